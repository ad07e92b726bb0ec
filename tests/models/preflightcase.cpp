#include "models/preflightcase.h"

namespace groundswell::testing {

Case readyCase()
{
    Case c;
    c.setup.goal = Goal::Utilization;
    c.setup.totalBudget = Money{500'000, euro};
    c.setup.startDate = QDate(2026, 5, 25);
    c.setup.endDate = QDate(2026, 6, 12);
    c.setup.clusters = {{family, std::nullopt, {}}};

    Creative creative;
    creative.cluster = family;
    creative.headline = QStringLiteral("Carmen in Munich");
    creative.body = QStringLiteral("The opera everybody hums.");
    creative.mediaUrl = QStringLiteral("https://media.example/1.jpg");
    creative.cta = QStringLiteral("BUY_TICKETS");
    creative.linkUrl = QStringLiteral("https://tickets.example/carmen");
    c.setup.creatives = {creative};

    GeoPlace munich;
    munich.key = QStringLiteral("2345");
    munich.type = GeoType::City;
    munich.name = QStringLiteral("München");
    munich.country = QStringLiteral("DE");
    munich.radiusKm = 40;
    Targeting targeting;
    targeting.cluster = family;
    targeting.geo = {munich};
    c.setup.targeting = {targeting};

    c.setup.integrationDetails = {
        {family, QStringLiteral("act_1"), QStringLiteral("page_1"), {}, QStringLiteral("pix_1"), {}, {}}};
    c.setup.customEventType = QStringLiteral("PURCHASE");
    c.setup.dsaPayor = QStringLiteral("Acme Concerts GmbH");
    c.setup.dsaBeneficiary = c.setup.dsaPayor;

    c.context.today = QDate(2026, 5, 1);
    c.context.timeZone = QStringLiteral("Europe/Berlin");
    c.context.event = Event();
    c.context.event->start = QDateTime(QDate(2026, 6, 12), QTime(18, 30), Qt::UTC);
    c.context.budgetLimits = BudgetLimits{Money{10'000, euro}, Money{1'000'000, euro}, {}};
    c.context.allowedCtas = std::vector<Choice>{{QStringLiteral("BUY_TICKETS"), {}}};
    c.context.connection = ConnectionStatus{true, {}, {}, {}};
    AdAssets assets;
    AdAsset account;
    account.id = QStringLiteral("act_1");
    account.currency = euro;
    account.defaultDsaPayor = c.setup.dsaPayor;
    AdAsset page;
    page.id = QStringLiteral("page_1");
    AdAsset pixel;
    pixel.id = QStringLiteral("pix_1");
    pixel.parentId = account.id;
    AdAsset form;
    form.id = QStringLiteral("form_1");
    form.parentId = page.id;
    AdAsset audience;
    audience.id = QStringLiteral("ca_1");
    assets.adAccounts = {account};
    assets.pages = {page};
    assets.pixels = {pixel};
    assets.leadForms = {form};
    assets.customAudiences = {audience};
    c.context.assets = assets;
    return c;
}

void addCluster(Case &c, const char *name, TcRunId run)
{
    c.setup.clusters.push_back({{ClusterName(QString::fromLatin1(name)), run}, std::nullopt, {}});
}

void handOver(Case &c)
{
    c.context.connection = ConnectionStatus{false, {}, {}, QStringLiteral("local")};
}

QString repeated(const char *text, int times)
{
    return QString::fromUtf8(text).repeated(times);
}

} // namespace groundswell::testing
