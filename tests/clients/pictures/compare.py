"""How much of a picture differs from another: the share of pixels that are off by more than a shade, 0 to 1, or 1 where sizes differ.

compare.py STORED SEEN
"""

import os
import sys

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PyQt5.QtGui import QImage  # noqa: E402

# Of 255: a library that smooths edges otherwise is another shade, a zone in another class is another colour.
SHADE = 48

stored, seen = (QImage(path).convertToFormat(QImage.Format_RGB888) for path in sys.argv[1:])
if stored.isNull() or stored.size() != seen.size():
    print(1.0)
    sys.exit()


def rows(image):
    data = image.constBits().asstring(image.sizeInBytes())
    return (data[row * image.bytesPerLine():][:3 * image.width()] for row in range(image.height()))


off = 0
for before, now in zip(rows(stored), rows(seen)):
    if before != now:
        off += sum(any(abs(before[at + channel] - now[at + channel]) > SHADE for channel in range(3)) for at in range(0, len(before), 3))
print(off / (stored.width() * stored.height()))
