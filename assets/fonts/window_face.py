"""Writes a face of the window: the outlines of a TrueType face, and signs of an emoji face that it has not, as CFF.

    window_face.py face.ttf emoji.ttf result.otf

The toolkit takes every outline of a TrueType face apart when it reads the file and holds them all in memory; of a CFF face
it holds the bytes. An outline differs from its source by at most one unit of the em's thousand.
"""

import sys

from fontTools.fontBuilder import FontBuilder
from fontTools.misc.transform import Transform
from fontTools.pens.boundsPen import BoundsPen
from fontTools.pens.qu2cuPen import Qu2CuPen
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.transformPen import TransformPen
from fontTools.ttLib import TTFont

face, emoji = (TTFont(path, recalcTimestamp=False) for path in sys.argv[1:3])
em = face["head"].unitsPerEm
charstrings, metrics = {}, {}


def take(glyphs, source, name, matrix, width):
    outline = DecomposingRecordingPen(glyphs)
    glyphs[source].draw(outline)
    pen, bounds = T2CharStringPen(width, None), BoundsPen(None)
    outline.replay(TransformPen(Qu2CuPen(pen, 1.0, all_cubic=True, reverse_direction=True), matrix))
    outline.replay(TransformPen(bounds, matrix))
    charstrings[name] = pen.getCharString()
    metrics[name] = (width, round(bounds.bounds[0]) if bounds.bounds else 0)


cmap = dict(face.getBestCmap())
glyphs = face.getGlyphSet()
for name in face.getGlyphOrder():
    take(glyphs, name, name, Transform(), face["hmtx"][name][0])

# A sign is as wide as a Han character and stands in the middle of its height.
signs, drawn = emoji.getBestCmap(), emoji.getGlyphSet()
smile = BoundsPen(drawn)
drawn[signs[0x1F600]].draw(smile)
scale = em / emoji["hmtx"][signs[0x1F600]][0]
middle = (smile.bounds[1] + smile.bounds[3]) / 2
place = Transform(scale, 0, 0, scale, 0, 0.38 * em - middle * scale)
for code, name in sorted(signs.items()):
    if code < 0x2000 or code in cmap:
        continue
    cmap[code] = "e%05X" % code
    take(drawn, name, cmap[code], place, round(emoji["hmtx"][name][0] * scale))

names = face["name"]
out = FontBuilder(em, isTTF=False)
out.setupGlyphOrder(list(charstrings))
out.setupCharacterMap(cmap)
out.setupCFF(names.getDebugName(6), {"FullName": names.getDebugName(4)}, charstrings, {})
out.setupHorizontalMetrics(metrics)
for tag in ("head", "hhea", "OS/2", "name"):
    out.font[tag] = face[tag]
out.setupPost(keepGlyphNames=False)
out.font.recalcTimestamp = False
out.save(sys.argv[3])
