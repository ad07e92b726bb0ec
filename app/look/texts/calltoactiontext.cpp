#include "app/look/texts/calltoactiontext.h"

#include "resources/reference.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>

namespace groundswell {
namespace {

QHash<QString, QJsonObject> readButtons()
{
    QHash<QString, QJsonObject> buttons;
    const QJsonArray entries =
        referenceData(u"calls-to-action").object().value(QLatin1StringView("callsToAction")).toArray();
    for (const QJsonValue &entry : entries)
        buttons.insert(entry[QLatin1StringView("value")].toString(),
                       entry[QLatin1StringView("button")].toObject());
    return buttons;
}

QString readable(const QString &value)
{
    QString text = value.toLower().replace(QLatin1Char('_'), QLatin1Char(' '));
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

} // namespace

QString callToActionText(const QString &value, const QString &language)
{
    static const QHash<QString, QJsonObject> buttons = readButtons();
    const QJsonObject words = buttons.value(value);
    const QString own = words.value(language.section(QLatin1Char('-'), 0, 0).toLower()).toString();
    if (!own.isEmpty())
        return own;
    const QString english = words.value(QLatin1StringView("en")).toString();
    return english.isEmpty() ? readable(value) : english;
}

} // namespace groundswell
