#include "models/rules/platformlimits.h"
#include "models/rules/rules.h"

#include <algorithm>

namespace groundswell::rules {

namespace {

// In a workspace that hands over, what is missing is only noted.
constexpr auto integrationTable = std::to_array<Rule>({
    {"integration.connection.missing", Error},
    {"integration.connection.permissions", Error, {Several}}, // the missing permissions
    {"integration.account.missing", Error, {Cluster}, Info},
    {"integration.account.malformed", Warning, {Text}}, // id
    {"integration.account.not_available", Warning, {Text}}, // id
    {"integration.account.currency", Warning, {CurrencyCode, CurrencyCode}}, // of the account, of the budget
    {"integration.page.missing", Error, {Cluster}, Info},
    {"integration.page.not_available", Warning, {Text}}, // id
    {"integration.pixel.missing", Error, {GoalWord}, Info},
    {"integration.pixel.advised", Warning, {GoalWord}, Info}, // the goal runs without a pixel too
    {"integration.pixel.not_available", Warning, {Text}}, // id
    {"integration.pixel.other_account", Warning, {Text, Text}}, // pixel, its account
    {"integration.lead_form.not_available", Warning, {Text}}, // id
    {"integration.lead_form.other_page", Warning, {Text, Text}}, // form, its page
    {"integration.event_type.missing", Warning, {Button}}, // the usual type
});

consteval const Rule &integrationRule(std::string_view id)
{
    return lineOf(integrationTable, id);
}

const AdAsset *find(const std::vector<AdAsset> &assets, const QString &id)
{
    const auto found =
        std::find_if(assets.begin(), assets.end(), [&](const AdAsset &asset) { return asset.id == id; });
    return found == assets.end() ? nullptr : &*found;
}

bool isHandedOver(const PreflightContext &context)
{
    return context.connection && context.connection->handover == u"local";
}

void checkConnection(const PreflightContext &context, Findings &found)
{
    if (!context.connection || isHandedOver(context))
        return;
    if (!context.connection->connected)
        found.add(rowField("integrationDetails"), integrationRule("integration.connection.missing"));
    else if (!context.connection->missingPermissions.isEmpty())
        found.add(rowField("integrationDetails"), integrationRule("integration.connection.permissions"),
                  context.connection->missingPermissions);
}

/// The ad platform's settings of one cluster.
class IntegrationCheck {
public:
    IntegrationCheck(const SetupProcess &setup, const PreflightContext &context, const ClusterRef &cluster,
                     Findings &found)
        : m_setup(setup)
        , m_context(context)
        , m_cluster(cluster)
        , m_found(found)
    {
        if (const IntegrationDetails *details = setup.integrationOf(cluster))
            m_details = *details;
    }

    void run()
    {
        account();
        page();
        pixel();
        leadForm();
    }

private:
    [[nodiscard]] FieldPath path(const char *member) const
    {
        return clusterField("integrationDetails", m_cluster, member);
    }
    /// Where there is no ad platform behind the workspace, whoever takes the campaign over fills these in.
    [[nodiscard]] Severity missing() const
    {
        return isHandedOver(m_context) ? Severity::Info : Severity::Error;
    }

    void account()
    {
        const QString &id = m_details.adAccountId;
        if (id.isEmpty()) {
            m_found.addAs(missing(), path("adAccountId"), integrationRule("integration.account.missing"),
                          {m_cluster.tc.value()});
            return;
        }
        if (!id.startsWith(u"act_"))
            m_found.add(path("adAccountId"), integrationRule("integration.account.malformed"), {id});
        if (!m_context.assets || isHandedOver(m_context))
            return;
        const AdAsset *asset = find(m_context.assets->adAccounts, id);
        if (!asset)
            m_found.add(path("adAccountId"), integrationRule("integration.account.not_available"), {id});
        else if (m_setup.totalBudget && !asset->currency.isEmpty() && !m_setup.totalBudget->currency.isEmpty()
                 && asset->currency != m_setup.totalBudget->currency)
            m_found.add(path("adAccountId"), integrationRule("integration.account.currency"),
                        {asset->currency, m_setup.totalBudget->currency});
    }

    void page()
    {
        const QString &id = m_details.pageId;
        if (id.isEmpty())
            m_found.addAs(missing(), path("pageId"), integrationRule("integration.page.missing"),
                          {m_cluster.tc.value()});
        else if (m_context.assets && !isHandedOver(m_context) && !find(m_context.assets->pages, id))
            m_found.add(path("pageId"), integrationRule("integration.page.not_available"), {id});
    }

    void pixel()
    {
        const GoalNeeds needs = platformLimits().needsOf(m_setup.goal);
        const QString &id = m_details.pixelId;
        if (id.isEmpty()) {
            if (needs.pixel && !needs.pixelFallback)
                m_found.addAs(missing(), path("pixelId"), integrationRule("integration.pixel.missing"),
                              {m_setup.goal.wire()});
            else if (needs.pixel)
                m_found.addAs(isHandedOver(m_context) ? Severity::Info : Severity::Warning, path("pixelId"),
                              integrationRule("integration.pixel.advised"), {m_setup.goal.wire()});
            return;
        }
        if (!m_context.assets || isHandedOver(m_context))
            return;
        const AdAsset *asset = find(m_context.assets->pixels, id);
        if (!asset)
            m_found.add(path("pixelId"), integrationRule("integration.pixel.not_available"), {id});
        else if (!asset->parentId.isEmpty() && !m_details.adAccountId.isEmpty()
                 && asset->parentId != m_details.adAccountId)
            m_found.add(path("pixelId"), integrationRule("integration.pixel.other_account"),
                        {id, asset->parentId});
    }

    void leadForm()
    {
        const QString id = m_details.leadFormId.isEmpty() ? m_setup.leadFormId : m_details.leadFormId;
        if (id.isEmpty() || !m_context.assets || isHandedOver(m_context))
            return;
        const AdAsset *form = find(m_context.assets->leadForms, id);
        if (!form)
            m_found.add(path("leadFormId"), integrationRule("integration.lead_form.not_available"), {id});
        else if (!form->parentId.isEmpty() && !m_details.pageId.isEmpty()
                 && form->parentId != m_details.pageId)
            m_found.add(path("leadFormId"), integrationRule("integration.lead_form.other_page"),
                        {id, form->parentId});
    }

    const SetupProcess &m_setup;
    const PreflightContext &m_context;
    ClusterRef m_cluster;
    IntegrationDetails m_details;
    Findings &m_found;
};

void checkConversion(const SetupProcess &setup, Findings &found)
{
    const GoalNeeds needs = platformLimits().needsOf(setup.goal);
    const bool anyPixel =
        std::any_of(setup.integrationDetails.begin(), setup.integrationDetails.end(),
                    [](const IntegrationDetails &details) { return !details.pixelId.isEmpty(); });
    if (needs.customEventType && anyPixel && setup.customEventType.isEmpty() && setup.conversionId.isEmpty())
        found.add(rowField("customEventType"), integrationRule("integration.event_type.missing"),
                  {needs.usualEventType});
}

} // namespace

std::span<const Rule> integrationRules()
{
    return integrationTable;
}

void checkIntegrations(const SetupProcess &setup, const PreflightContext &context, Findings &found)
{
    checkConnection(context, found);
    for (const ChosenCluster &chosen : setup.clusters)
        IntegrationCheck(setup, context, chosen.cluster, found).run();
    checkConversion(setup, found);
}

} // namespace groundswell::rules
