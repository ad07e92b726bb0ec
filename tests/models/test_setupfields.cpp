#include "models/draft/merge.h"
#include "models/draft/rowfields.h"
#include "models/draft/rowpatch.h"
#include "models/draft/setupdraft.h"
#include "models/draft/undotext.h"
#include "models/rules/progress.h"
#include "models/wave/goaltraits.h"
#include "models/wave/setupfields.h"

#include <QTest>

using namespace groundswell;

namespace {

const ClusterRef jazz{ClusterName(QStringLiteral("jazz")), 7};

struct Described {
    FieldPath path;
    const FieldDescription *field;
};

std::vector<Described> everyField()
{
    std::vector<Described> all;
    const auto add = [&](const char *section, const FieldDescription &field) {
        all.push_back({{QString::fromLatin1(section), jazz, 0, QString::fromLatin1(field.id)}, &field});
    };
    for (const RowField &field : SetupFields::ofRow())
        all.push_back({{QString::fromLatin1(field.id), std::nullopt, 0, {}}, &field});
    for (const auto &field : SetupFields::ofChosenCluster())
        add("tcs", field);
    for (const auto &field : SetupFields::ofCreative())
        add("creatives", field);
    add("targeting", SetupFields::places());
    for (const auto &field : SetupFields::ofDemographics())
        add("targeting", field);
    for (const auto &field : SetupFields::ofCustomAudiences())
        add("targeting", field);
    for (const auto &field : SetupFields::ofTargeting())
        add("targeting", field);
    for (const auto &field : SetupFields::ofIntegration())
        add("integrationDetails", field);
    return all;
}

/// One entry in each list, and nothing in them.
SetupProcess emptyRow()
{
    SetupProcess row;
    row.eid = EventId(QStringLiteral("e1"));
    row.clusters = {{jazz, std::nullopt, {}}};
    row.creatives.resize(1);
    row.targeting.resize(1);
    row.integrationDetails.resize(1);
    row.creatives[0].cluster = row.targeting[0].cluster = row.integrationDetails[0].cluster = jazz;
    return row;
}

QJsonValue sample(FieldKind kind)
{
    switch (kind) {
    case FieldKind::Goal:
        return QStringLiteral("ROAS");
    case FieldKind::Amount:
        return 12.5;
    case FieldKind::Day:
        return QStringLiteral("2026-05-25");
    case FieldKind::Share:
        return 0.25;
    case FieldKind::Years:
        return 21;
    case FieldKind::Places: {
        GeoPlace place;
        place.name = QStringLiteral("Jena");
        return QJsonArray{toJson(place)};
    }
    case FieldKind::Ids:
    case FieldKind::Words:
    case FieldKind::Languages:
        return QJsonArray{QStringLiteral("a"), QStringLiteral("b")};
    case FieldKind::Text:
    case FieldKind::Id:
    case FieldKind::Language:
    case FieldKind::CallToAction:
    case FieldKind::Media:
        return QStringLiteral("a");
    case FieldKind::Entries:
        break;
    }
    return {};
}

} // namespace

class TestSetupFields : public QObject {
    Q_OBJECT
private Q_SLOTS:
    // Doesn't compile when a value gets a member: describe it in setupfields.cpp, then count it here.
    void everyMemberOfTheValuesIsDescribed()
    {
        [[maybe_unused]] const auto &[share, budgetShare, extraOfChosen] = ChosenCluster();
        QCOMPARE(SetupFields::ofChosenCluster().size(), 1U);
        [[maybe_unused]] const auto &[cluster, headline, body, description, mediaUrl, mediaType, cta, linkUrl,
                                      language, extra] = Creative();
        QCOMPARE(SetupFields::ofCreative().size(), 8U);
        [[maybe_unused]] const auto &[ageMin, ageMax, genders, languages, extraOfPeople] = Demographics();
        QCOMPARE(SetupFields::ofDemographics().size(), 4U);
        [[maybe_unused]] const auto &[whose, geo, people, included, excluded, extraOfAudiences, saved,
                                      extraOfTargeting] = Targeting();
        QCOMPARE(SetupFields::ofCustomAudiences().size(), 2U);
        QCOMPARE(SetupFields::ofTargeting().size(), 1U);
        [[maybe_unused]] const auto &[of, account, page, instagram, pixel, form, extraOfIntegration] =
            IntegrationDetails();
        QCOMPARE(SetupFields::ofIntegration().size(), 5U);
        [[maybe_unused]] const auto &[eid, goal, budget, currency, start, end, tcs, creatives, targeting,
                                      integration, conversion, leadForm, eventType, payor, beneficiary,
                                      updatedAt, extraOfRow] = SetupProcess();
        QCOMPARE(SetupFields::ofRow().size(), 14U); // without the event, and when the service last wrote
    }

    void theTablesNameWhatTheCodecsWrite()
    {
        const RowFields fields = RowFields::of(emptyRow());
        QSet<QString> written;
        for (auto it = fields.own.begin(); it != fields.own.end(); ++it)
            written.insert(it.key());
        for (const auto &list : fields.lists) {
            written.insert(list.at(0).path.section);
            for (auto it = list.at(0).members.begin(); it != list.at(0).members.end(); ++it)
                written.insert(list.at(0).path.section + u'.' + it.key());
        }
        QSet<QString> described;
        for (const auto &[path, field] : everyField())
            described.insert(path.member.isEmpty() ? path.section : path.section + u'.' + path.member);
        // What an entry or the row belongs to isn't edited.
        for (const char *section : rowSections) {
            written.remove(QLatin1StringView(section) + QStringLiteral(".tc"));
            written.remove(QLatin1StringView(section) + QStringLiteral(".tcRunId"));
        }
        written.remove(QStringLiteral("eid"));
        QCOMPARE(described, written);
    }

    void everyFieldHasItsWords()
    {
        for (const auto &[path, field] : everyField()) {
            QVERIFY2(field->label && *field->label, field->id);
            QVERIFY2(field->undoText && *field->undoText, field->id);
            QCOMPARE(field->choices.empty(), field->kind != FieldKind::Words);
            for (const FieldChoice &choice : field->choices)
                QVERIFY2(*choice.word && *choice.text, field->id);
            QCOMPARE(SetupFields::find(path.section, path.member), field);
            QCOMPARE(undoText(path), QString::fromLatin1(field->undoText));
        }
        QCOMPARE(undoText({QStringLiteral("targeting"), jazz, 0, QStringLiteral("extra.x_new")}),
                 QStringLiteral("Change the targeting"));
        QVERIFY(!SetupFields::find(u"extra", u"x_new"));
    }

    void everyFieldHasAPage()
    {
        for (const auto &[path, field] : everyField())
            QVERIFY2(SetupFields::find(path.section, {}),
                     field->id); // else it would be the plan's by default
        QCOMPARE(sectionOf({QStringLiteral("targeting"), jazz, 0, QStringLiteral("geo")}),
                 Section::Targeting);
        QCOMPARE(sectionOf({QStringLiteral("customEventType"), std::nullopt, 0, {}}), Section::Integrations);
        QCOMPARE(sectionOf({QStringLiteral("extra"), std::nullopt, 0, QStringLiteral("x")}), Section::Plan);
    }

    void everyFieldRoundTripsPatchesAndMerges_data()
    {
        QTest::addColumn<FieldPath>("path");
        QTest::addColumn<FieldKind>("kind");
        for (const auto &[path, field] : everyField()) {
            if (field->kind != FieldKind::Entries)
                QTest::addRow("%s", qPrintable(path.toString())) << path << field->kind;
        }
    }
    void everyFieldRoundTripsPatchesAndMerges()
    {
        QFETCH(const FieldPath, path);
        QFETCH(const FieldKind, kind);
        const SetupProcess row = emptyRow();
        const SetupProcess changed = withField(row, path, sample(kind));
        const auto found = differences(row, changed);
        QCOMPARE(found.size(), 1U);
        QCOMPARE(found[0].path, path);
        QCOMPARE(found[0].after, sample(kind));

        const auto read = SetupProcess::fromJson(changed.toJson());
        QVERIFY(read);
        QCOMPARE(read->toJson(), changed.toJson());

        const RowPatch patch = RowPatch::between(row, changed);
        const auto stored = RowPatch::fromJson(patch.toJson());
        QVERIFY(stored);
        QVERIFY(stored->applied(row) == changed);
        QVERIFY(stored->reverted(changed) == row);

        const bool isPayor = path.section == u"dsaPayor";
        const FieldPath other{
            isPayor ? QStringLiteral("dsaBeneficiary") : QStringLiteral("dsaPayor"), std::nullopt, 0, {}};
        const MergeResult merged = merge(row, withField(row, other, QStringLiteral("Ltd")), changed);
        QVERIFY(merged.conflicts.empty());
        QVERIFY(merged.merged == withField(changed, other, QStringLiteral("Ltd")));
    }

    void anEditIsCalledAfterItsField()
    {
        for (const auto &[path, field] : everyField()) {
            if (path.member.isEmpty())
                continue;
            SetupDraft draft;
            draft.replace(emptyRow(), Origin::Loaded);
            const SetupProcess changed = withField(emptyRow(), path, sample(field->kind));
            // Once as the forms do it, once by looking at what changed.
            for (const QString &member : {path.member, QString()}) {
                if (path.section == u"tcs")
                    draft.setBudgetShare(jazz, changed.clusters[0].budgetShare);
                else if (path.section == u"creatives")
                    draft.setCreative(jazz, 0, changed.creatives[0], member);
                else if (path.section == u"targeting")
                    draft.setTargeting(changed.targeting[0], member);
                else
                    draft.setIntegration(changed.integrationDetails[0], member);
                QCOMPARE(draft.undoStack().undoText(), QString::fromLatin1(field->undoText));
                draft.replace(emptyRow(), Origin::Loaded);
            }
        }
    }

    void everyGoalIsOfferedOnceAndHasItsWords()
    {
        const std::vector<Goal> goals = allGoals();
        QSet<int> distinct;
        for (const Goal goal : goals) {
            distinct.insert(static_cast<int>(goal));
            QVERIFY(!goalName(goal).isEmpty());
            QVERIFY(!goalExplanation(goal).isEmpty());
            const GoalTraits traits = traitsOf(goal);
            QVERIFY(!OpenEnum<GoalResult>(traits.result).wire().isEmpty());
            QVERIFY(!traits.needsPrice || traits.sells);
        }
        QCOMPARE(static_cast<size_t>(distinct.size()), goals.size());
        for (const auto &[goal, word] : WireNames<Goal>::names)
            QVERIFY2(distinct.contains(static_cast<int>(goal)), word);
        QCOMPARE(floorKindOf(OpenEnum<Goal>::fromWire(QStringLiteral("x"))), FloorKind::Actions);
    }
};

QTEST_GUILESS_MAIN(TestSetupFields)
#include "test_setupfields.moc"
