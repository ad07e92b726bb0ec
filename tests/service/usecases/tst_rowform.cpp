// The form of a row is judged field by field, as each is described.
#include "app/service/usecases/setups/rowform.h"
#include "models/wave/setupfields.h"

#include <QTest>

#include <algorithm>

using namespace groundswell;

namespace {

/// A value that isn't what the field is; Undefined where every value of a JSON type is taken.
QJsonValue wrongOne(FieldKind kind)
{
    switch (kind) {
    case FieldKind::Text:
    case FieldKind::Goal:
    case FieldKind::Day:
    case FieldKind::Language:
    case FieldKind::CallToAction:
    case FieldKind::Media:
        return 7;
    case FieldKind::Ids:
    case FieldKind::Words:
    case FieldKind::Languages:
        return QJsonArray{QStringLiteral("a"), QJsonValue()};
    case FieldKind::Id:
    case FieldKind::Share:
    case FieldKind::Years:
    case FieldKind::Amount:
        return true;
    case FieldKind::Places:
    case FieldKind::Entries:
        return 7;
    }
    return QJsonValue(QJsonValue::Undefined);
}

template <class Fields> void verifyRefused(const Fields &fields, const QString &list, const QString &object)
{
    for (const FieldDescription &field : fields) {
        const QString wire = QString::fromLatin1(field.wire);
        QJsonObject inner{{wire, wrongOne(field.kind)}};
        QJsonObject entry = object.isEmpty() ? inner : QJsonObject{{object, inner}};
        entry.insert(QStringLiteral("tc"), QStringLiteral("jazz"));
        entry.insert(QStringLiteral("tc_run_id"), 7);
        const QJsonObject row = list.isEmpty() ? inner : QJsonObject{{list, QJsonArray{entry}}};
        const auto read = service::readRow(row, QStringLiteral("EUR"));
        QVERIFY2(!read, field.id);
        QVERIFY2(
            std::ranges::any_of(read.error().fields,
                                [&](const FieldProblem &problem) { return problem.field.contains(wire); }),
            field.id);
    }
}

} // namespace

class TestRowForm : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyFieldIsHeldToItsForm()
    {
        const QString targeting = QStringLiteral("targeting");
        verifyRefused(SetupFields::ofRow(), {}, {});
        verifyRefused(SetupFields::ofChosenCluster(), QStringLiteral("tcs"), {});
        verifyRefused(SetupFields::ofCreative(), QStringLiteral("creatives"), {});
        verifyRefused(std::array{SetupFields::places()}, targeting, {});
        verifyRefused(SetupFields::ofDemographics(), targeting, QStringLiteral("demographics"));
        verifyRefused(SetupFields::ofCustomAudiences(), targeting, QStringLiteral("custom_audiences"));
        verifyRefused(SetupFields::ofTargeting(), targeting, {});
        verifyRefused(SetupFields::ofIntegration(), QStringLiteral("integration_details"), {});
    }

    void anIdMayBeANumber()
    {
        QVERIFY(service::readRow({{QStringLiteral("lead_form_id"), 7}}, QStringLiteral("EUR")));
    }
};

QTEST_GUILESS_MAIN(TestRowForm)
#include "tst_rowform.moc"
