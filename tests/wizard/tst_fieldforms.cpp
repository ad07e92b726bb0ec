// Every described field has a control, which is called as the field is everywhere.
#include "app/look/inputs/field.h"
#include "app/look/texts/fieldtext.h"
#include "models/wave/setupfields.h"
#include "wizard/creative/creativeform.h"
#include "wizard/integrations/integrationform.h"
#include "wizard/targeting/targetingform.h"
#include "wizardfixture.h"

#include <QLabel>
#include <QTest>

using namespace groundswell;

namespace {

template <class Form> void verifyControls(const Form &form, const char *section, const auto &fields)
{
    QStringList labels;
    for (const auto *label : form.template findChildren<QLabel *>())
        labels << label->text();
    for (const FieldDescription &field : fields) {
        const QString id = QString::fromLatin1(field.id);
        if (id == QLatin1StringView("mediaType"))
            continue; // comes with the picture or video
        QVERIFY2(form.members().contains(id), field.id);
        const FieldPath path{QString::fromLatin1(section), std::nullopt, 0, id};
        QVERIFY2(labels.contains(fieldLabel(path)), field.id);
        QVERIFY2(!fieldText(path).contains(u'&'), field.id);
    }
}

} // namespace

class TestFieldForms : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyFieldOfAnEntryHasAControl()
    {
        WizardContext context;
        fillContext(context);
        verifyControls(CreativeForm(context), "creatives", SetupFields::ofCreative());
        const TargetingForm targeting(context);
        verifyControls(targeting, "targeting", std::array{SetupFields::places()});
        verifyControls(targeting, "targeting", SetupFields::ofDemographics());
        verifyControls(targeting, "targeting", SetupFields::ofCustomAudiences());
        verifyControls(targeting, "targeting", SetupFields::ofTargeting());
        verifyControls(IntegrationForm(context), "integrationDetails", SetupFields::ofIntegration());
    }

    void aFieldThatNobodyDescribesKeepsItsName()
    {
        QCOMPARE(fieldText({QStringLiteral("extra"), std::nullopt, 0, QStringLiteral("x_new")}),
                 QStringLiteral("x_new"));
        QCOMPARE(fieldHelp({QStringLiteral("goal"), std::nullopt, 0, {}}), QString());
    }
};

QTEST_MAIN(TestFieldForms)
#include "tst_fieldforms.moc"
