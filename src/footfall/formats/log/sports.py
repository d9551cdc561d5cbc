"""What logs call a sport, in the languages of the accounts they come from, as words of FIT: (sport, sub-sport).

Rows of other sports are passed over, so that those need no finer word than the family they belong to.
"""

import re
import unicodedata

from footfall.formats.xml.sports import Sport
from footfall.tables import name_key

_WORDS: dict[Sport, str] = {
    ("running", None): (
        "run, running, jog, jogging, race, Lauf, Laufen, course à pied, course, carrera, correr, corsa, corrida, "
        "hardloopsessie, hardlopen, loop, забег, бег, пробежка, біг, забіг, ラン, ランニング, 跑步, 달리기, 러닝, lari, "
        "bieg, bieganie, löpning, löptur, löppass, løb, løbetur, løp, løpetur, løping, juoksu, juoksulenkki, běh, koşu, "
        "futás, alergare, tek, τρέξιμο, street running, trčanje, parkrun, fun run, "
        "Dauerlauf, Waldlauf, Volkslauf, Staffellauf, "
        "Crosslauf, cross country run, cross country running"
    ),
    ("running", "trail"): (
        "trail run, trail running, trail, fell run, fell running, mountain run, mountain running, Berglauf, Traillauf, "
        "Geländelauf, course de trail, course sur sentier, "
        "carrera de montaña, carrera por montaña, carrera de trail, carrera por senderos, corsa su sentiero, "
        "corsa in montagna, corsa trail, corrida em trilha, corrida de trilha, corrida em trilho, trailrunsessie, "
        "трейлраннинг, трейл, трейловый забег, забег по пересеченной местности, бег по пересеченной местности, "
        "トレイルラン, トレイルランニング, 越野跑, 트레일 러닝, 트레일 달리기, lari trail, lari lintas alam, "
        "bieg terenowy, bieg trailowy, traillöpning, terränglöpning, trailløb, terrengløp, terrengløping, polkujuoksu, "
        "trailový běh, terénní běh, patika koşusu, terepfutás"
    ),
    ("running", "treadmill"): (
        "treadmill, treadmill run, treadmill running, indoor run, indoor running, Laufband, tapis de course, "
        "tapis roulant, cinta de correr, cinta, esteira, loopband, беговая дорожка, トレッドミル, 跑步机, 跑步機, "
        "bieżnia, löpband, løbebånd, tredemølle, juoksumatto"
    ),
    ("running", "track"): "track run, track running, track, Bahnlauf, piste, pista, atletiekbaan",
    ("running", "virtual_activity"): (
        "virtual run, virtueller Lauf, course à pied virtuelle, course virtuelle, carrera virtual, corsa virtuale, "
        "corrida virtual, virtuele hardloopsessie, виртуальный забег, виртуальный бег, バーチャルラン, 虚拟跑步, "
        "虛擬跑步, 가상 달리기, 가상 러닝, lari virtual, bieg wirtualny, virtuell löpning, virtuel løb, virtuell løping"
    ),
    ("running", "ultra"): "ultra run, ultralauf, ultra",
    ("running", "obstacle"): "obstacle run, obstacle race, obstacle course race, obstacle course racing, Hindernislauf",
    ("walking", None): (
        "walk, walking, casual walking, speed walking, indoor walking, Spaziergang, Gehen, Spazieren, marche, "
        "marche à pied, caminata, caminar, paseo, camminata, passeggiata, caminhada, wandeling, wandelen, ходьба, "
        "прогулка, ウォーキング, 散歩, 步行, 走路, 걷기, 산책, jalan, jalan kaki, berjalan, spacer, marsz, promenad, "
        "gång, gåtur, gang, kävely, chůze, procházka, yürüyüş, séta, gyaloglás"
    ),
    ("hiking", None): (
        "hike, hiking, Wanderung, Wandern, randonnée, randonnée pédestre, senderismo, excursionismo, excursión a pie, "
        "excursión, escursione, escursionismo, trilha, caminhada na natureza, trekking, hiken, wandeltocht, поход, "
        "хайкинг, ハイキング, 徒步, 远足, 健行, 遠足, 하이킹, 등산, mendaki, pendakian, wędrówka, turystyka piesza, "
        "vandring, vandretur, fottur, vaellus, patikointi, turistika, pěší turistika, doğa yürüyüşü, túra"
    ),
    ("cycling", None): (
        "ride, bike, biking, cycling, virtual ride, mountain bike ride, mountain_biking, gravel ride, gravel_cycling, "
        "e-bike ride, e_bike_fitness, e_bike_mountain, e-mountain bike ride, road_biking, indoor_cycling, handcycle, "
        "velomobile, Radfahrt, Radfahren, virtuelle Radfahrt, Mountainbike-Fahrt, E-Bike-Fahrt, Gravelbike-Fahrt, vélo, "
        "sortie à vélo, sortie vélo, sortie à vélo virtuelle, vélo virtuel, sortie VTT, vélo électrique, bicicleta, "
        "ciclismo, salida en bici, paseo en bicicleta, vuelta ciclista, ciclismo virtual, bicicleta virtual, giro, "
        "giro in bici, uscita in bici, pedalata, giro virtuale, pedalada, pedalada virtual, volta de bicicleta, "
        "passeio de bicicleta, fietsrit, fietsen, virtuele fietsrit, e-bikerit, mountainbikerit, gravelrit, велозаезд, "
        "велосипед, виртуальный велозаезд, заезд, ライド, サイクリング, バーチャルライド, 骑行, 虚拟骑行, 騎乘, 騎行, "
        "虛擬騎乘, 라이딩, 가상 라이딩, 자전거, bersepeda, jazda na rowerze, jazda, przejażdżka, jazda rowerem, cykling, "
        "cykeltur, cykelpass, sykkeltur, sykling, pyöräily, pyörälenkki, jízda na kole, jízda, cyklistika, bisiklet, "
        "bisiklet sürüşü, sürüş, kerékpározás, biciklizés"
    ),
    ("swimming", None): (
        "swim, swimming, lap_swimming, open_water_swimming, Schwimmen, natation, natación, nuoto, natação, nado, "
        "zwemmen, zwemsessie, плавание, заплыв, スイム, 水泳, 游泳, 수영, renang, berenang, pływanie, simning, simpass, "
        "svømning, svømming, svømmetur, uinti, plavání, yüzme, úszás"
    ),
    ("rowing", None): (
        "rowing, virtual row, virtual rowing, indoor_rowing, rowing_v2, canoeing, canoe, kayaking, kayaking_v2, kayak, "
        "stand up paddling, stand_up_paddleboarding, stand_up_paddleboarding_v2, paddling, Rudern, Kanufahren, "
        "Kajakfahren, aviron, canoë, kayak de mer, remo, kayakismo, canottaggio, canoa, caiaque, roeien, kanoën, "
        "kajakken, гребля, каноэ, каякинг, ローイング, カヤック, カヌー, 划船, 赛艇, 皮划艇, 划艇, 조정, 카약, "
        "mendayung, wioślarstwo, kajakarstwo, rodd, roning, roing, padling, soutu, melonta, veslování, kürek, evezés"
    ),
    ("skiing", None): (
        "alpine ski, backcountry ski, nordic ski, roller ski, snowboard, snowshoe, cross_country_skiing, "
        "cross_country_skiing_ws, skate_skiing_ws, resort_skiing_snowboarding_ws, resort_skiing, backcountry_skiing, "
        "skiing, snowboarding, Skilanglauf, Langlauf, Ski Alpin, Skitour, Schneeschuhwandern, Schneeschuh, Rollski, "
        "ski de fond, ski nordique, ski de randonnée, raquettes, esquí alpino, esquí de fondo, esquí nórdico, "
        "raquetas de nieve, sci alpino, sci di fondo, sci nordico, ciaspole, esqui alpino, esqui nórdico, alpineskiën, "
        "langlaufen, лыжи, беговые лыжи, горные лыжи, スキー, クロスカントリースキー, 滑雪, 越野滑雪, 高山滑雪, 스키, "
        "narty biegowe, narciarstwo biegowe, längdskidåkning, langrend, langrenn, skitur, hiihto, běžky, běh na lyžích"
    ),
    ("skating", None): (
        "ice skate, inline skate, inline_skating, skating, skating_ws, skateboard, Inlineskaten, Eislaufen, "
        "patin à glace, roller, patinaje, patinaje sobre hielo, patinaje en línea, pattinaggio, patinação, schaatsen, "
        "skeeleren, катание на коньках, роликовые коньки, スケート, インラインスケート, 滑冰, 轮滑, 스케이트, skridskor, "
        "rullskridskor, luistelu"
    ),
    ("training", None): (
        "workout, weight training, crossfit, hiit, yoga, pilates, elliptical, stair-stepper, strength_training, "
        "indoor_cardio, fitness_equipment, stair_climbing, cardio, breathwork, meditation, floor_climbing, "
        "physical therapy, dance, Krafttraining, Training, Crosstrainer, Ellipsentrainer, Treppensteiger, musculation, "
        "entraînement, elliptique, vélo elliptique, entrenamiento con pesas, entrenamiento, elíptica, sollevamento pesi, "
        "allenamento, allenamento con i pesi, ellittica, musculação, treino, treinamento com peso, elíptico, "
        "krachttraining, силовая тренировка, тренировка, эллипсоид, эллиптический тренажер, ウェイトトレーニング, "
        "筋トレ, ワークアウト, ヨガ, エリプティカル, 力量训练, 重量训练, 健身, 重量訓練, 瑜伽, 椭圆机, 근력 운동, 운동, "
        "latihan beban, latihan, trening siłowy, trening, styrketräning, styrketrening, styrketræning, voimaharjoittelu, "
        "treeni, posilování, ağırlık antrenmanı, antrenman"
    ),
    ("other sport", None): (
        "other sport, "
        "golf, soccer, football, tennis, table tennis, badminton, squash, pickleball, racquetball, padel, basketball, "
        "volleyball, rock climbing, bouldering, indoor_climbing, kitesurf, windsurf, surfing, sail, sailing, wheelchair, "
        "motorcycling, driving_general, horseback_riding, fishing, hunting, boating, diving, single_gas_diving, cricket, "
        "dancing, multi_sport, transition, transition_v2, swimrun, biketorun, swimtobike, Fußball, Klettern, Segeln, "
        "escalade, voile, fútbol, escalada, vela, calcio, arrampicata, futebol, voetbal, klimmen, zeilen, футбол, "
        "скалолазание, サッカー, ゴルフ, テニス, クライミング, 足球, 网球, 高尔夫, 攀岩, 축구, sepak bola"
    ),
}


def _key(word: str) -> str:
    return name_key(unicodedata.normalize("NFC", word))


_BY_KEY: dict[str, Sport] = {_key(word): sport for sport, words in _WORDS.items() for word in words.split(",")}

OPEN = frozenset(map(_key, ("", "other", "unknown", "uncategorized", "sonstiges", "autre", "otro", "altro", "outro", "overig")))
"""Words that say nothing: speed and cadence tell."""


_RUN_WORDS = frozenset({"run", "running", "jog", "jogging"})
_NO_LEGS = frozenset(
    {"ski", "snowboard", "sled", "sledge", "sleigh", "luge", "toboggan", "bobsled", "scooter", "raft", "river", "boat"}
)
"""On these one runs a river or a slope."""
_PARTS = re.compile(r"[^\W\d_]+")


def find_sport(word: str) -> Sport | None:
    """The sport that a word means; None for a word that is not known, or that leaves it open.

    Among other words `run` or `running` is a run as well (`Morning run`), unless one of them is another sport's.
    """
    found = _BY_KEY.get(_key(word))
    if found is not None:
        return found
    parts = _PARTS.findall(unicodedata.normalize("NFC", word).casefold())
    others = [part for part in parts if part not in _RUN_WORDS]
    if len(others) == len(parts) or not _NO_LEGS.isdisjoint(others):
        return None
    kinds = [kind for kind in (_BY_KEY.get(_key(part)) for part in others) if kind is not None]
    if any(sport != "running" for sport, _ in kinds):
        return None
    return "running", next((finer for _, finer in kinds if finer is not None), None)
