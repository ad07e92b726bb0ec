#include "app/look/texts/graphemes.h"

#include <QTextBoundaryFinder>

namespace groundswell {

QString graphemesLeft(const QString &text, int count)
{
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text);
    qsizetype end = 0;
    for (int i = 0; i < count; ++i) {
        const qsizetype next = finder.toNextBoundary();
        if (next == -1)
            return text;
        end = next;
    }
    return text.left(end);
}

} // namespace groundswell
