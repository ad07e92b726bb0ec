#include "models/rules/platformlimits.h"
#include "models/rules/rules.h"
#include "models/rules/textlength.h"

#include <QUrl>

#include <algorithm>

namespace groundswell::rules {

namespace {

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
        required("headline", m_creative.headline, "creative.headline.missing");
        length("headline", m_creative.headline, limits.headline, "creative.headline.long",
               "creative.headline.too_long");
        required("body", m_creative.body, "creative.body.missing");
        length("body", m_creative.body, limits.body, "creative.body.long", "creative.body.too_long");
        length("description", m_creative.description, limits.description, "creative.description.long",
               "creative.description.too_long");
        required("mediaUrl", m_creative.mediaUrl, "creative.media.missing");
        callToAction();
        link();
    }

private:
    [[nodiscard]] FieldPath path(const char *member) const
    {
        return clusterField("creatives", m_creative.cluster, member, m_index);
    }

    void required(const char *member, const QString &text, const char *messageId)
    {
        if (text.trimmed().isEmpty())
            m_found.error(path(member), messageId);
    }

    void length(const char *member, const QString &text, const TextLimit &limit, const char *longId,
                const char *tooLongId)
    {
        const int points = codePointCount(text);
        const int shown = graphemeCount(text);
        if (limit.maximum && points > *limit.maximum)
            m_found.error(path(member), tooLongId,
                          {QString::number(points), QString::number(*limit.maximum)});
        else if (limit.recommended && shown > *limit.recommended)
            m_found.warning(path(member), longId,
                            {QString::number(shown), QString::number(*limit.recommended)});
    }

    void callToAction()
    {
        const QString &cta = m_creative.cta;
        if (cta.isEmpty()) {
            m_found.error(path("cta"), "creative.cta.missing");
            return;
        }
        if (platformLimits().callsThePlatformLacks.contains(cta)) {
            // The contract's own example uses such a word: kept, told, not refused.
            m_found.warning(path("cta"), "creative.cta.not_platform_value", {cta});
            return;
        }
        if (!m_context.allowedCtas)
            return;
        const auto &allowed = *m_context.allowedCtas;
        const bool offered = std::any_of(allowed.begin(), allowed.end(),
                                         [&](const Choice &choice) { return choice.value == cta; });
        if (!offered)
            m_found.error(path("cta"), "creative.cta.not_allowed", {cta});
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
                m_found.add(needed ? Severity::Error : Severity::Warning, path("linkUrl"),
                            "creative.link.missing");
            return;
        }
        const QUrl url(written, QUrl::StrictMode);
        const QString scheme = url.scheme().toLower();
        if (!url.isValid() || url.host().isEmpty() || (scheme != u"https" && scheme != u"http"))
            m_found.error(path("linkUrl"), "creative.link.invalid", {written});
        else if (scheme == u"http")
            m_found.warning(path("linkUrl"), "creative.link.not_https", {written});
    }

    const SetupProcess &m_setup;
    const PreflightContext &m_context;
    const Creative &m_creative;
    int m_index;
    Findings &m_found;
};

} // namespace

void checkCreatives(const SetupProcess &setup, const PreflightContext &context, Findings &found)
{
    for (const ChosenCluster &chosen : setup.clusters) {
        const std::vector<size_t> positions = setup.creativesOf(chosen.cluster);
        if (positions.empty())
            found.error(clusterField("creatives", chosen.cluster), "creative.missing",
                        {chosen.cluster.tc.value()});
        int index = 0;
        for (const size_t position : positions)
            CreativeCheck(setup, context, setup.creatives[position], index++, found).run();
    }
}

} // namespace groundswell::rules
