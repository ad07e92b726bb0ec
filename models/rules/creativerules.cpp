#include "models/rules/platformlimits.h"
#include "models/rules/rules.h"
#include "models/rules/textlength.h"

#include <QUrl>

#include <algorithm>

namespace groundswell::rules {

namespace {

constexpr auto creativeTable = std::to_array<Rule>({
    {"creative.missing", Error, {Cluster}},
    {"creative.headline.missing", Error},
    {"creative.body.missing", Error},
    {"creative.media.missing", Error},
    {"creative.headline.long", Warning, {Number, Number}}, // shown, recommended
    {"creative.body.long", Warning, {Number, Number}},
    {"creative.description.long", Warning, {Number, Number}},
    {"creative.headline.too_long", Error, {Number, Number}}, // length, maximum
    {"creative.body.too_long", Error, {Number, Number}},
    {"creative.description.too_long", Error, {Number, Number}},
    {"creative.cta.missing", Error},
    {"creative.cta.not_platform_value", Warning, {Button}}, // the contract knows it, the platform doesn't
    {"creative.cta.not_allowed", Error, {Button}}, // not offered for this goal
    {"creative.link.missing", Error, {}, Warning}, // an error of a campaign for link clicks
    {"creative.link.invalid", Error, {Text}}, // the link
    {"creative.link.not_https", Warning, {Text}}, // the link
});

consteval const Rule &creativeRule(std::string_view id)
{
    return lineOf(creativeTable, id);
}

/// One creative and where it stands.
class CreativeCheck {
public:
    CreativeCheck(const SetupProcess &setup, const PreflightContext &context, const Creative &creative,
                  int index, Findings &found)
        : m_setup(setup)
        , m_context(context)
        , m_creative(creative)
        , m_index(index)
        , m_found(found)
    {
    }

    void run()
    {
        const PlatformLimits &limits = platformLimits();
        required("headline", m_creative.headline, creativeRule("creative.headline.missing"));
        length("headline", m_creative.headline, limits.headline, creativeRule("creative.headline.long"),
               creativeRule("creative.headline.too_long"));
        required("body", m_creative.body, creativeRule("creative.body.missing"));
        length("body", m_creative.body, limits.body, creativeRule("creative.body.long"),
               creativeRule("creative.body.too_long"));
        length("description", m_creative.description, limits.description,
               creativeRule("creative.description.long"), creativeRule("creative.description.too_long"));
        required("mediaUrl", m_creative.mediaUrl, creativeRule("creative.media.missing"));
        callToAction();
        link();
    }

private:
    [[nodiscard]] FieldPath path(const char *member) const
    {
        return clusterField("creatives", m_creative.cluster, member, m_index);
    }

    void required(const char *member, const QString &text, const Rule &rule)
    {
        if (text.trimmed().isEmpty())
            m_found.add(path(member), rule);
    }

    void length(const char *member, const QString &text, const TextLimit &limit, const Rule &tooLongToShow,
                const Rule &tooLong)
    {
        const int points = codePointCount(text);
        const int shown = graphemeCount(text);
        if (limit.maximum && points > *limit.maximum)
            m_found.add(path(member), tooLong, {QString::number(points), QString::number(*limit.maximum)});
        else if (limit.recommended && shown > *limit.recommended)
            m_found.add(path(member), tooLongToShow,
                        {QString::number(shown), QString::number(*limit.recommended)});
    }

    void callToAction()
    {
        const QString &cta = m_creative.cta;
        if (cta.isEmpty()) {
            m_found.add(path("cta"), creativeRule("creative.cta.missing"));
            return;
        }
        if (platformLimits().callsThePlatformLacks.contains(cta)) {
            // The contract's own example uses such a word: kept, told, not refused.
            m_found.add(path("cta"), creativeRule("creative.cta.not_platform_value"), {cta});
            return;
        }
        if (!m_context.allowedCtas)
            return;
        const auto &allowed = *m_context.allowedCtas;
        const bool offered = std::any_of(allowed.begin(), allowed.end(),
                                         [&](const Choice &choice) { return choice.value == cta; });
        if (!offered)
            m_found.add(path("cta"), creativeRule("creative.cta.not_allowed"), {cta});
    }

    [[nodiscard]] bool leadsToAForm() const
    {
        const IntegrationDetails *details = m_setup.integrationOf(m_creative.cluster);
        return !m_setup.leadFormId.isEmpty() || (details && !details->leadFormId.isEmpty());
    }

    void link()
    {
        const QString written = m_creative.linkUrl.trimmed();
        if (written.isEmpty()) {
            const bool needed = platformLimits().needsOf(m_setup.goal).link;
            const bool useful = m_creative.cta != u"NO_BUTTON" && !leadsToAForm();
            // The contract has rows without a link; only a campaign for clicks is nothing without one.
            if (needed || useful)
                m_found.addAs(needed ? Severity::Error : Severity::Warning, path("linkUrl"),
                              creativeRule("creative.link.missing"));
            return;
        }
        const QUrl url(written, QUrl::StrictMode);
        const QString scheme = url.scheme().toLower();
        if (!url.isValid() || url.host().isEmpty() || (scheme != u"https" && scheme != u"http"))
            m_found.add(path("linkUrl"), creativeRule("creative.link.invalid"), {written});
        else if (scheme == u"http")
            m_found.add(path("linkUrl"), creativeRule("creative.link.not_https"), {written});
    }

    const SetupProcess &m_setup;
    const PreflightContext &m_context;
    const Creative &m_creative;
    int m_index;
    Findings &m_found;
};

} // namespace

std::span<const Rule> creativeRules()
{
    return creativeTable;
}

void checkCreatives(const SetupProcess &setup, const PreflightContext &context, Findings &found)
{
    for (const ChosenCluster &chosen : setup.clusters) {
        const std::vector<size_t> positions = setup.creativesOf(chosen.cluster);
        if (positions.empty())
            found.add(clusterField("creatives", chosen.cluster), creativeRule("creative.missing"),
                      {chosen.cluster.tc.value()});
        int index = 0;
        for (const size_t position : positions)
            CreativeCheck(setup, context, setup.creatives[position], index++, found).run();
    }
}

} // namespace groundswell::rules
