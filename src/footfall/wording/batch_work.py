"""Sentences of the work of a batch: what cost a file, what ended it, what was left behind by an earlier one."""

SENTENCES = {
    "problem.fault": "Reading this file ran into a fault of footfall's own ({fault}, {place}). All other files were read. Please report these words, with what footfall doctor shows of the file.",
    "problem.worker-died": "The process that was reading this file ended each time, with nothing else in hand: it may have run out of memory. All other files were read. Leave this one out, or try it alone with footfall doctor.",
    "terminal.reason.fault": "faults of footfall's own",
    "terminal.reason.fault.one": "fault of footfall's own",
    "terminal.reason.worker-died": "files over which workers died",
    "terminal.reason.worker-died.one": "file over which workers died",
    "engine.no-shared-folder": "A worker wrote the part {name} into {folder}, and it is not there: the workers do not write to the folder that is seen here. Name an OUT in a folder that all machines share.",
    "setting.shard-stdin": "--shard and - do not go together: standard input can be read once, by one process. Name files or folders.",
    "batch.cleared": "{parts} of an earlier batch with this OUT were removed from {folder}. (To take them over: --resume.)",
    "batch.damaged-parts": "{parts} in {folder} are damaged and were left out; their files are read again.",
    "batch.unchanged-output": "Nothing has changed: {output} is as the last batch wrote it.",
    "batch.shard-done": "Shard {shard} is done: {files} in {folder}. When all shards are, put them together: the same command without --shard, with --resume.",
}
