"""Documents that were damaged at random: as JSON trees, and as mere texts."""

import json
from copy import deepcopy

from wire.samples import EVERYTHING, samples

from socialkapitel import wire

SMALL = 2_000
TEXTS = {
    kind: wire.to_json(value, include=EVERYTHING)
    for kind, value in ((type(value), value) for value in samples().values())
}
OFTEN = [kind for kind, text in TEXTS.items() if len(text) < SMALL]
ALL = list(TEXTS)

JUNK = [
    *(None, True, False, 0, 1, -1, 37, 10**30, 10**120, 1.5, float("nan"), float("inf"), 1e400),
    *("", " ", "0", "-0", "1e5", "12,5", "1.000", "NaN", "2/3", "1/0", "٣", "\ud800", "\x00", "½"),
    *("2022-02-30", "2022-W53", "2022-13", "2022-Q5", "9999-12-31", "0000-01-01", "x" * 300),
    *("9" * 99, "9" * 200, "type", "flexjob", "{month}", "__class__", "constructor", "$ref"),
    *([], {}, [[]], [{}], {"": ""}, {"type": "fact"}, {"da": "", "en": ""}, {"da": 1, "en": None}),
    *({"template": "{x.__class__}", "values": []}, {"template": "Refund", "values": [["a", 1]]}),
    *({"date": "2022-01-01"}, {"month": 5}, {"schema": "socialkapitel/month/1", "data": "2022-01"}),
    *("socialkapitel/flexjob/2", "socialkapitel/nothing/1", "socialkapitel/month/0"),
]
SIGNS = '{}[]",:\\ \n0123456789-+.eEnulltruefalse/dæ\ud800\x00'


def damaged(random):
    """A document that was damaged, and the type it is read as."""
    kind = random.choice(OFTEN if random.random() < 0.99 else ALL)
    text = TEXTS[kind]
    if random.random() < 0.7:
        tree = json.loads(text)
        for _ in range(random.choice([1, 1, 1, 2, 3])):
            tree = _damage_tree(tree, random)
        text = json.dumps(tree)
    else:
        for _ in range(random.choice([1, 1, 1, 2, 3])):
            text = _damage_text(text, random)
    asked = kind if random.random() < 0.98 else random.choice([object, random.choice(ALL)])
    return text, asked


def _damage_tree(tree, random):
    holder, key = _somewhere(tree, random)
    if holder is None:
        return deepcopy(random.choice(JUNK))
    way = random.random()
    if way < 0.4:
        holder[key] = deepcopy(random.choice(JUNK))
    elif way < 0.5:
        del holder[key]
    elif way < 0.6:
        holder[key] = [holder[key]] * random.randint(0, 3)
    elif way < 0.7:
        holder[key] = json.loads(TEXTS[random.choice(OFTEN)])["data"]
    elif way < 0.8 and isinstance(holder, dict):
        holder[random.choice(["", "type", "id", key + "s"])] = holder.pop(key)
    elif way < 0.9 and isinstance(holder[key], str):
        holder[key] = _damage_text(holder[key], random)
    else:
        for _ in range(random.choice([1, 5, 300])):
            holder[key] = random.choice([[holder[key]], {"part": holder[key], "type": "not"}])
    return tree


def _somewhere(tree, random):
    """A random place in a tree: what holds it, and its key there."""
    holder, key, part = None, None, tree
    while isinstance(part, (dict, list)) and part and (holder is None or random.random() < 0.75):
        holder = part
        key = random.choice(list(part)) if isinstance(part, dict) else random.randrange(len(part))
        part = holder[key]
    return holder, key


def _damage_text(text, random):
    start = random.randint(0, len(text))
    end = random.randint(start, min(len(text), start + random.choice([1, 3, 40])))
    way = random.random()
    if way < 0.3:
        return text[:start] + text[end:]
    if way < 0.5:
        return text[:end] + text[start:]
    return text[:start] + "".join(random.choices(SIGNS, k=random.randint(1, 3))) + text[end:]
