#include "models/draft/fieldpath.h"

namespace groundswell {

namespace {

// A cluster's name is free text; only what would end it early is written otherwise.
QString escapedName(QString name)
{
    return name.replace(u'%', QStringLiteral("%25"))
        .replace(u',', QStringLiteral("%2C"))
        .replace(u']', QStringLiteral("%5D"));
}

QString plainName(QString name)
{
    return name.replace(QStringLiteral("%5D"), QStringLiteral("]"))
        .replace(QStringLiteral("%2C"), QStringLiteral(","))
        .replace(QStringLiteral("%25"), QStringLiteral("%"));
}

bool isSectionCharacter(QChar c)
{
    return c.isLetterOrNumber() || c == u'_';
}

/// Reads "tc=family,run=42" or "tc=family,run=42,0".
bool readEntry(const QString &text, FieldPath &path)
{
    const QStringList parts = text.split(u',');
    if (parts.size() < 2 || parts.size() > 3 || !parts.at(0).startsWith(u"tc=")
        || !parts.at(1).startsWith(u"run="))
        return false;
    bool runOk = false;
    bool indexOk = true;
    ClusterRef cluster;
    cluster.tc = ClusterName(plainName(parts.at(0).mid(3)));
    cluster.tcRunId = parts.at(1).mid(4).toLongLong(&runOk);
    if (parts.size() == 3)
        path.index = parts.at(2).toInt(&indexOk);
    path.cluster = cluster;
    return runOk && indexOk && path.index >= 0;
}

} // namespace

QString FieldPath::toString() const
{
    QString text = section;
    if (cluster) {
        text += QStringLiteral("[tc=") + escapedName(cluster->tc.value()) + QStringLiteral(",run=")
            + QString::number(cluster->tcRunId);
        if (index != 0 || section == u"creatives")
            text += u',' + QString::number(index);
        text += u']';
    }
    if (!member.isEmpty())
        text += u'.' + member;
    return text;
}

std::optional<FieldPath> FieldPath::fromString(const QString &text)
{
    FieldPath path;
    qsizetype at = 0;
    while (at < text.size() && isSectionCharacter(text.at(at)))
        ++at;
    if (at == 0)
        return std::nullopt;
    path.section = text.left(at);
    if (at < text.size() && text.at(at) == u'[') {
        const qsizetype end = text.indexOf(u']', at);
        if (end < 0 || !readEntry(text.mid(at + 1, end - at - 1), path))
            return std::nullopt;
        at = end + 1;
    }
    if (at == text.size())
        return path;
    if (text.at(at) != u'.' || at + 1 == text.size())
        return std::nullopt;
    path.member = text.mid(at + 1);
    return path;
}

} // namespace groundswell
