#include "wizardfixture.h"

#include <QJsonObject>
#include <QPainter>

#include <array>

namespace groundswell {
namespace {

struct Sample {
    const char *name;
    const char *label;
    std::array<const char *, 3> because;
};
constexpr std::array<Sample, 7> kSamples{
    {{"late_romantics",
      "Friends of the great symphony",
      {"Bruckner 8 with the Philharmonic", "Mahler 2 in the cathedral", "Alpine Symphony"}},
     {"families_sunday",
      "Families on Sunday",
      {"Peter and the Wolf", "Carnival of the Animals", "Concert for toddlers"}},
     {"chamber_regulars",
      "Chamber music regulars",
      {"Belcea Quartet", "Schubertiade", "Piano trios at noon"}},
     {"summer_nights",
      "Summer nights outdoors",
      {"Night of the Proms", "Opera in the park", "Film music open air"}},
     {"young_curious",
      "Young and curious",
      {"Students’ Monday", "Orchestra meets electronics", "Rush hour concert"}},
     {"gift_buyers", "Christmas gift buyers", {"Christmas Oratorio", "New Year’s concert", "Advent singing"}},
     {"opera_travellers",
      "Opera travellers from out of town",
      {"The Ring in four evenings", "La traviata", "Tosca with guest stars"}}}};

QPixmap picture()
{
    QPixmap pixmap(800, 800);
    QLinearGradient sky(0, 0, 800, 800);
    sky.setColorAt(0, QColor(20, 40, 90));
    sky.setColorAt(1, QColor(230, 140, 90));
    QPainter painter(&pixmap);
    painter.fillRect(pixmap.rect(), sky);
    return pixmap;
}

Event sampleEvent()
{
    Event event;
    event.id = EventId(QStringLiteral("evt_1"));
    event.title = QStringLiteral("Mahler 5 under the stars");
    event.start = QDateTime(QDate(2026, 6, 12), QTime(18, 30), Qt::UTC);
    event.city = QStringLiteral("München");
    event.venue = QStringLiteral("Olympiahalle");
    event.country = QStringLiteral("DE");
    event.latitude = 48.175;
    event.longitude = 11.55;
    event.capacity = 1200;
    event.ticketsSold = 812;
    return event;
}

AdAssets sampleAssets()
{
    AdAssets assets;
    AdAsset account;
    account.id = QStringLiteral("act_123");
    account.name = QStringLiteral("Philharmonie am Strom");
    account.currency = QStringLiteral("EUR");
    account.defaultDsaPayor = QStringLiteral("Philharmonie am Strom gGmbH");
    account.defaultDsaBeneficiary = account.defaultDsaPayor;
    assets.adAccounts = {account};
    AdAsset page;
    page.id = QStringLiteral("page_456");
    page.name = QStringLiteral("Philharmonie am Strom");
    assets.pages = {page};
    AdAsset pixel;
    pixel.id = QStringLiteral("pix_789");
    pixel.name = QStringLiteral("Ticket shop");
    pixel.parentId = account.id;
    assets.pixels = {pixel};
    AdAsset audience;
    audience.id = QStringLiteral("ca_1");
    audience.name = QStringLiteral("Subscribers");
    audience.size = 4200;
    assets.customAudiences = {audience};
    return assets;
}

} // namespace

void fillContext(WizardContext &context, int clusterCount)
{
    context.setEvent(sampleEvent());
    context.setToday(QDate(2026, 5, 20), QStringLiteral("Europe/Berlin"));
    context.setCurrency(QStringLiteral("EUR"));
    ClusterRun run;
    run.tcRunId = 42;
    for (int i = 0; i < clusterCount; ++i) {
        const Sample &sample = kSamples[static_cast<size_t>(i) % kSamples.size()];
        const QString suffix =
            i < static_cast<int>(kSamples.size()) ? QString() : QStringLiteral("_%1").arg(i);
        TasteCluster cluster;
        cluster.cluster = {ClusterName(QString::fromLatin1(sample.name) + suffix), 42};
        cluster.label =
            QString::fromUtf8(sample.label) + QString(suffix).replace(QLatin1Char('_'), QLatin1Char(' '));
        cluster.probability = 0.062 / (1.0 + 0.35 * i);
        cluster.metricPred = 4.6 - 0.4 * (i % 10);
        cluster.reachEstimate = 18400 - 1900 * (i % 9);
        cluster.sizeShare = 0.21 / (1 + i);
        double weight = 0.42;
        for (const char *title : sample.because) {
            cluster.because.push_back({EventId(QString::fromUtf8(title)), QString::fromUtf8(title), weight});
            weight *= 0.6;
        }
        run.clusters.push_back(cluster);
    }
    context.setClusters(run);
    std::vector<SuggestedCluster> suggestions;
    for (size_t i = 0; i < std::min<size_t>(3, run.clusters.size()); ++i)
        suggestions.push_back({run.clusters[i].cluster,
                               static_cast<int>(i) + 1,
                               190.0 - 50.0 * static_cast<double>(i),
                               {},
                               {}});
    context.setSuggestions(suggestions);

    ExpectedValue value;
    value.text = QStringLiteral("≈ 410 tickets");
    value.expected = 410;
    value.low = 310;
    value.high = 520;
    value.unit = QStringLiteral("tickets");
    for (const SuggestedCluster &entry : suggestions)
        value.clusters.push_back({entry.cluster.tc, entry.expectedTickets, *entry.expectedTickets * 0.7,
                                  *entry.expectedTickets * 1.3});
    value.assumptions = {{QStringLiteral("cpm"), 8.5},
                         {QStringLiteral("click_rate"), 0.012},
                         {QStringLiteral("frequency"), 3}};
    const auto basis = [](const char *id, const char *source, double number, const QJsonObject &sample = {}) {
        return EstimateBasis{QString::fromLatin1(id), QString::fromLatin1(source), number, sample};
    };
    value.basis = {
        basis("reach", "measured", 48'900),
        basis("conversion", "measured", 0.034, {{QStringLiteral("events"), 30}}),
        basis("forecast_error", "measured", 2.4, {{QStringLiteral("events"), 30}}),
        basis("past_campaigns", "measured", 1.12,
              {{QStringLiteral("campaigns"), 3},
               {QStringLiteral("people"), 5400},
               {QStringLiteral("buyers"), 190},
               {QStringLiteral("promised"), 167.5}}),
        basis("tickets_per_buyer", "measured", 2.1, {{QStringLiteral("buyers"), 812}}),
        basis("free_seats", "measured", 388),
        basis("cpm", "typed", 8.5),
        basis("frequency", "assumed", 3),
        basis("similar_people", "assumed", 20),
        basis("similar_conversion", "assumed", 0.05),
    };
    context.setExpectedValue(value);
    context.setAssumptionsEditable(true);

    BudgetLimits limits;
    limits.lower = Money{36000, QStringLiteral("EUR")};
    limits.upper = Money{1200000, QStringLiteral("EUR")};
    limits.explanation = {{QStringLiteral("floor_per_day"), 5},
                          {QStringLiteral("days"), 24},
                          {QStringLiteral("clusters"), 3},
                          {QStringLiteral("free_seats"), 388},
                          {QStringLiteral("ticket_price"), 46.5},
                          {QStringLiteral("spend_share"), 0.15},
                          {QStringLiteral("audience"), 1'026'900},
                          {QStringLiteral("upper_reason"), QStringLiteral("remaining_revenue")}};
    context.setBudgetLimits(limits);
    context.setCallsToAction(std::vector<Choice>{{QStringLiteral("BUY_TICKETS"), {}},
                                                 {QStringLiteral("LEARN_MORE"), {}},
                                                 {QStringLiteral("BOOK_NOW"), {}}});
    context.setEventTypes(
        std::vector<Choice>{{QStringLiteral("PURCHASE"), {}}, {QStringLiteral("LEAD"), {}}});
    context.setAssets(sampleAssets());
    ConnectionStatus connection;
    connection.connected = true;
    context.setConnection(connection);
    context.setMediaPicture(QStringLiteral("http://127.0.0.1/media/night.jpg"), picture());
}

void addNewerRun(WizardContext &context)
{
    ClusterRun newer = *context.clusters();
    newer.tcRunId = 43;
    // The third cluster has no successor; the second has changed its name.
    newer.clusters.erase(newer.clusters.begin() + 2);
    newer.clusters[1].cluster.tc = ClusterName(QStringLiteral("sunday_matinees"));
    newer.clusters[1].label = QStringLiteral("Sunday matinees");
    TasteCluster added = newer.clusters.back();
    added.cluster.tc = ClusterName(QStringLiteral("film_music"));
    added.label = QStringLiteral("Film music on Friday");
    added.because.clear();
    newer.clusters.push_back(added);
    std::vector<ClusterOverlap> overlaps;
    for (TasteCluster &cluster : newer.clusters)
        cluster.cluster.tcRunId = 43;
    for (const TasteCluster &older : context.clusters()->clusters) {
        for (const TasteCluster &cluster : newer.clusters)
            overlaps.push_back(
                {older.cluster.tc, cluster.cluster.tc, older.because == cluster.because ? 0.84 : 0.03});
    }
    context.setNewerRun(newer);
    context.setOverlaps(overlaps);
}

SetupProcess completeSetup(const WizardContext &context, int chosen)
{
    SetupProcess row;
    row.eid = EventId(QStringLiteral("evt_1"));
    row.goal = Goal::Utilization;
    row.totalBudget = Money{500000, QStringLiteral("EUR")};
    row.currency = QStringLiteral("EUR");
    row.startDate = QDate(2026, 5, 25);
    row.endDate = QDate(2026, 6, 12);
    row.customEventType = QStringLiteral("PURCHASE");
    row.dsaPayor = QStringLiteral("Philharmonie am Strom gGmbH");
    row.dsaBeneficiary = row.dsaPayor;
    for (int i = 0; i < chosen; ++i) {
        const ClusterRef ref = context.clusters()->clusters[static_cast<size_t>(i)].cluster;
        row.clusters.push_back({ref, std::nullopt, {}});
        Creative creative;
        creative.cluster = ref;
        creative.headline = i == 0 ? QStringLiteral("Mahler’s Fifth under the stars")
                                   : QStringLiteral("One evening, one symphony");
        creative.body = QStringLiteral(
            "Mahler’s Fifth in the open air, with the orchestra that you heard in the Advent concert. "
            "One evening only, and the best seats go first. Bring a blanket.");
        creative.description = QStringLiteral("12 June, from €24");
        creative.mediaUrl = QStringLiteral("http://127.0.0.1/media/night.jpg");
        creative.mediaType = MediaType::Image;
        creative.cta = QStringLiteral("BUY_TICKETS");
        creative.linkUrl = QStringLiteral("https://www.philharmonie.example/mahler-5");
        creative.language = QStringLiteral("en");
        row.creatives.push_back(creative);
        Targeting targeting;
        targeting.cluster = ref;
        GeoPlace city;
        city.key = QStringLiteral("2867714");
        city.type = GeoType::City;
        city.name = QStringLiteral("München");
        city.country = QStringLiteral("DE");
        city.latitude = 48.14;
        city.longitude = 11.58;
        city.radiusKm = 50;
        targeting.geo = {city};
        targeting.demographics.ageMin = 30;
        targeting.demographics.ageMax = 65;
        targeting.demographics.languages = {QStringLiteral("de")};
        row.targeting.push_back(targeting);
        IntegrationDetails details;
        details.cluster = ref;
        details.adAccountId = QStringLiteral("act_123");
        details.pageId = QStringLiteral("page_456");
        details.pixelId = QStringLiteral("pix_789");
        row.integrationDetails.push_back(details);
    }
    return row;
}

} // namespace groundswell
