#include "app/service/usecases/forms/bodyform.h"

#include "app/service/store/refusal.h"
#include "models/wave/money.h"

#include <QJsonArray>

#include <algorithm>
#include <cmath>
#include <limits>

namespace groundswell::service {

QString pointerOf(const Problem &problem)
{
    return problem.detail.left(problem.detail.lastIndexOf(QStringLiteral(": expected ")));
}

bool isWholeInMinorUnits(const QJsonValue &value, const QString &currency)
{
    const auto money = Money::fromJson(value, currency);
    if (!money)
        return true;
    const double sent = value.isDouble() ? value.toDouble() : value.toString().trimmed().toDouble();
    // A sum of decimals is off by some bits (0.1 + 0.2), and that is no decimal place of its own.
    const double tolerance = std::max(1e-9, 4 * std::numeric_limits<double>::epsilon() * std::abs(sent));
    return std::abs(money->toDouble() - sent) <= tolerance && (money->minor != 0 || sent == 0);
}

void BodyForm::fault(const char *code, const QString &pointer)
{
    m_faults.push_back({QString::fromLatin1(code), pointer});
}

void BodyForm::complaint(const Problem &problem)
{
    const QString pointer = pointerOf(problem);
    if (std::ranges::find(m_faults, pointer, &FieldProblem::field) == m_faults.end())
        fault("wrong_type", pointer);
}

void BodyForm::texts(const QJsonObject &object, const QString &at, Names names)
{
    for (const char *name : names) {
        const QJsonValue value = object.value(QLatin1StringView(name));
        if (!value.isUndefined() && !value.isNull() && !value.isString())
            fault("wrong_type", at + u'/' + QLatin1StringView(name));
    }
}

void BodyForm::lists(const QJsonObject &object, const QString &at, Names names)
{
    for (const char *name : names) {
        const QJsonArray list = object.value(QLatin1StringView(name)).toArray();
        for (qsizetype i = 0; i < list.size(); ++i) {
            if (list.at(i).isNull())
                fault("wrong_type", QStringLiteral("%1/%2/%3").arg(at, QLatin1StringView(name)).arg(i));
        }
    }
}

void BodyForm::amounts(const QJsonObject &object, const QString &at, Names names, const QString &currency)
{
    for (const char *name : names) {
        if (!isWholeInMinorUnits(object.value(QLatin1StringView(name)), currency))
            fault("too_precise", at + u'/' + QLatin1StringView(name));
    }
}

void BodyForm::required(const QJsonObject &object, const QString &at, Names names)
{
    for (const char *name : names) {
        const QJsonValue value = object.value(QLatin1StringView(name));
        if (value.isUndefined() || value.isNull())
            fault("missing", at + u'/' + QLatin1StringView(name));
    }
}

void BodyForm::field(const QJsonObject &object, const QString &at, const FieldDescription &field)
{
    switch (field.kind) {
    case FieldKind::Text:
    case FieldKind::Goal:
    case FieldKind::Day:
    case FieldKind::Language:
    case FieldKind::CallToAction:
    case FieldKind::Media:
        texts(object, at, {field.wire});
        break;
    case FieldKind::Ids:
    case FieldKind::Words:
    case FieldKind::Languages:
        lists(object, at, {field.wire});
        break;
    case FieldKind::Id:
    case FieldKind::Amount:
    case FieldKind::Share:
    case FieldKind::Years:
    case FieldKind::Places:
    case FieldKind::Entries:
        break; // the codecs refuse what doesn't fit
    }
}

void BodyForm::creative(const QJsonObject &creative, const QString &at)
{
    fields(creative, at, SetupFields::ofCreative());
}

void BodyForm::targeting(const QJsonObject &targeting, const QString &at)
{
    const QJsonArray places = targeting.value(u"geo").toArray();
    for (qsizetype i = 0; i < places.size(); ++i)
        texts(places.at(i).toObject(), at + QStringLiteral("/geo/%1").arg(i),
              {"type", "name", "country", "city"});
    fields(targeting.value(u"demographics").toObject(), at + u"/demographics", SetupFields::ofDemographics());
    fields(targeting.value(u"custom_audiences").toObject(), at + u"/custom_audiences",
           SetupFields::ofCustomAudiences());
    fields(targeting, at, SetupFields::ofTargeting());
}

Expected<void> BodyForm::finish(const QString &key) const
{
    if (m_faults.empty())
        return {};
    return tl::make_unexpected(refusal(400, key, m_faults));
}

} // namespace groundswell::service
