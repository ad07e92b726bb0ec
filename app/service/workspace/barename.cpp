#include "app/service/workspace/barename.h"

#include <QRegularExpression>

namespace groundswell::service {

namespace {

constexpr qsizetype longestName = 120;

/// Marks that turn the direction of writing make `gpj.exe` of `exe.jpg`.
bool turnsDirection(QChar c)
{
    const char16_t code = c.unicode();
    return code == 0x200e || code == 0x200f || code == 0x061c || (code >= 0x202a && code <= 0x202e)
        || (code >= 0x2066 && code <= 0x2069);
}

bool isForbidden(QChar c)
{
    return c.category() == QChar::Other_Control || c.category() == QChar::Separator_Line
        || c.category() == QChar::Separator_Paragraph || turnsDirection(c)
        || QStringView(u"<>:\"|?*").contains(c);
}

QString withoutEdges(QString name)
{
    static const QRegularExpression edges(QStringLiteral("\\A[\\s.]+|[\\s.]+\\z"));
    return name.remove(edges);
}

bool isDevice(const QString &name)
{
    // Superscript digits count too.
    static const QRegularExpression device(
        QStringLiteral(
            "\\A(con|prn|aux|nul|conin\\$|conout\\$|(com|lpt)[0-9\u00b9\u00b2\u00b3])\\s*(\\.|\\z)"),
        QRegularExpression::CaseInsensitiveOption);
    return device.match(name).hasMatch();
}

} // namespace

QString bareName(const QString &sent)
{
    QString name = sent.mid(std::max(sent.lastIndexOf(u'/'), sent.lastIndexOf(u'\\')) + 1);
    name.removeIf(isForbidden);
    name = withoutEdges(name);
    if (name.size() > longestName) {
        // The ending says what it is.
        const qsizetype dot = name.lastIndexOf(u'.');
        const QString ending = dot > 0 && name.size() - dot <= 10 ? name.mid(dot) : QString();
        name.truncate(longestName - ending.size());
        if (name.back().isHighSurrogate())
            name.chop(1);
        name = withoutEdges(name + ending);
    }
    if (isDevice(name))
        name.prepend(u'_');
    return name;
}

} // namespace groundswell::service
