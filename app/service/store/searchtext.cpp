#include "app/service/store/searchtext.h"

namespace groundswell::service {

QString foldedForSearch(const QString &text)
{
    const QString decomposed = text.normalized(QString::NormalizationForm_KD);
    QString folded;
    folded.reserve(decomposed.size());
    for (const QChar c : decomposed) {
        if (c.category() != QChar::Mark_NonSpacing)
            folded += c;
    }
    folded = folded.toCaseFolded().simplified();
    folded.replace(u'ß', QLatin1StringView("ss")); // Qt folds one character to one
    return folded;
}

QStringList searchWords(const QString &query)
{
    return foldedForSearch(query).split(u' ', Qt::SkipEmptyParts);
}

} // namespace groundswell::service
