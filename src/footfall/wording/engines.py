"""What is said of places to work: an extra that is missing, a cluster that does not answer."""

SENTENCES = {
    "setting.no-extra": "{asked} needs the extra [{extra}], which is not installed: pip install 'footfall[{extra}]'",
    "engine.no-scheduler": "No dask scheduler answers at {scheduler}. Start one (dask scheduler), or check the address: --scheduler tcp://HOST:8786",
    "engine.no-workers": "The dask scheduler at {scheduler} has no workers. Start some: dask worker {scheduler} --nworkers 4 --nthreads 1",
    "engine.no-footfall": "The workers of {scheduler} cannot run footfall. Install the same version there: pip install footfall=={version}",
    "engine.other-footfall": "The worker {worker} has footfall {version}, and this is {own}. Install one version everywhere, so that all rows are made alike.",
    "engine.cluster-gone": "The cluster of {scheduler} has gone. What was done is kept; the same command with --resume goes on.",
    "engine.workers-die": "Every worker process ends as soon as it starts, so nothing can be done in processes here. Try --engine serial, which shows the reason.",
    "engine.not-sendable": "A worker cannot send back what it found ({kind}: {message}). This is a fault of footfall: please report it. --engine serial goes around it.",
}
