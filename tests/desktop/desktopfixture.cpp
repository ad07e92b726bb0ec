#include "desktop/desktopfixture.h"

#include "app/desktop/import/importrun.h"
#include "app/service/sample/samplegenerator.h"

#include <QApplication>
#include <QJsonObject>
#include <QSignalSpy>
#include <QtTest>

using namespace groundswell;
using namespace Qt::StringLiterals;

namespace {

SampleWriter smallSample(const QDate &today)
{
    return [today](const QString &folder) -> Expected<void> {
        service::SampleOptions options(today);
        options.customers = 1'500;
        options.purchases = 8'000;
        options.events = 90;
        const auto written = service::writeSample(folder, options);
        return written ? Expected<void>() : tl::make_unexpected(written.error());
    };
}

AdAssets someAssets()
{
    AdAssets assets;
    assets.adAccounts = {{u"act_1"_s, u"Acme"_s, {}, u"EUR"_s, u"Europe/Berlin"_s, {}, {}, {}}};
    assets.pages = {{u"page_1"_s, u"Acme"_s, {}, {}, {}, {}, {}, {}}};
    assets.pixels = {{u"pix_1"_s, u"Shop"_s, u"act_1"_s, {}, {}, {}, {}, {}}};
    return assets;
}

SetupProcess completed(SetupProcess row)
{
    row.goal = Goal::LinkClicks;
    row.dsaPayor = row.dsaBeneficiary = u"Acme Concerts GmbH"_s;
    for (const ChosenCluster &chosen : row.clusters) {
        Creative creative;
        creative.cluster = chosen.cluster;
        creative.headline = u"An evening"_s;
        creative.body = u"With music"_s;
        creative.mediaUrl = u"https://media.example/1.jpg"_s;
        creative.mediaType = MediaType::Image;
        creative.cta = u"BUY_TICKETS"_s;
        creative.linkUrl = u"https://acme.example/tickets"_s;
        row.creatives.push_back(creative);
        GeoPlace place;
        place.key = u"k"_s;
        place.type = GeoType::City;
        place.name = u"Köln"_s;
        place.country = u"DE"_s;
        place.latitude = 50.94;
        place.longitude = 6.96;
        place.radiusKm = 30;
        Targeting targeting;
        targeting.cluster = chosen.cluster;
        targeting.geo = {place};
        targeting.demographics.ageMin = 25;
        targeting.demographics.ageMax = 65;
        row.targeting.push_back(targeting);
        IntegrationDetails details;
        details.cluster = chosen.cluster;
        details.adAccountId = u"act_1"_s;
        details.pageId = u"page_1"_s;
        details.pixelId = u"pix_1"_s;
        row.integrationDetails.push_back(details);
    }
    return row;
}

QString described(const Problem &problem)
{
    QStringList words{problem.messageKey, problem.detail};
    for (const FieldProblem &field : problem.fields)
        words << field.field + u": "_s + field.code;
    return words.join(u" "_s);
}

} // namespace

DesktopFixture::DesktopFixture()
    : m_settings(m_folder.filePath(u"settings.ini"_s))
    , m_theme(*qApp)
{
    service::ServiceOptions options;
    options.clock = m_clock;
    options.workspaceFile = m_folder.filePath(u"workspace.groundswell"_s);
    auto started = service::Service::start(options);
    if (!started)
        return;
    m_service = std::move(*started);
    m_theme.setChoice(Theme::Choice::Light);
    m_session.connectTo(Session::Kind::Embedded, QUrl(m_service->baseUrl()), m_service->token(),
                        PartnerId(service::Service::partnerId()));
    m_rest = std::make_unique<RestClient>(m_manager, m_session, m_scheduler, systemRandom());
    m_rest->setMemory(&m_memory);
    m_client = std::make_unique<WaveClient>(*m_rest);
    m_store = std::make_unique<WaveDraftStore>(*m_client);
    m_window = std::make_unique<MainWindow>(DesktopContext{.settings = m_settings,
                                                           .theme = m_theme,
                                                           .session = m_session,
                                                           .client = *m_client,
                                                           .draftStore = *m_store,
                                                           .scheduler = m_scheduler,
                                                           .calendar = m_calendar,
                                                           .random = systemRandom(),
                                                           .journalFolder = m_folder.filePath(u"drafts"_s),
                                                           .isLocal = true,
                                                           .writeSample = smallSample(today())});
}

DesktopFixture::~DesktopFixture() = default;

QDateTime DesktopFixture::startOfTest()
{
    return QDateTime(QDate(2026, 5, 20), QTime(8, 0), QTimeZone::utc());
}

QString DesktopFixture::import(const ImportRequest &request)
{
    ImportRun run(*m_client);
    QString problem = u"the import didn't end"_s;
    QSignalSpy finished(&run, &ImportRun::finished);
    QSignalSpy failed(&run, &ImportRun::failed);
    QObject::connect(&run, &ImportRun::finished, &run, [&problem] { problem.clear(); });
    QObject::connect(&run, &ImportRun::failed, &run, [&problem](const QString &text) { problem = text; });
    run.start(request);
    while (run.isRunning() && finished.wait(60'000)) { }
    return problem;
}

QString DesktopFixture::importSample()
{
    const QString folder = m_folder.filePath(u"sample"_s);
    if (const auto written = smallSample(today())(folder); !written)
        return written.error().messageKey;
    ImportRequest request;
    for (const QString &kind : importKinds())
        request.files.insert(kind, folder + u'/' + kind + u".csv"_s);
    return import(request);
}

QString DesktopFixture::publish(const EventId &eid)
{
    QObject context;
    QString problem = u"publishing didn't end"_s;
    bool ended = false;
    const auto end = [&](const QString &text) {
        problem = text;
        ended = true;
    };
    RequestHandle settings, defaults, created, published;
    const auto boost = [&](const Expected<SetupRow> &row) {
        if (!row)
            return end(described(row.error()));
        published =
            m_client->boost(row->row, &context, [&](const Expected<std::vector<Campaign>> &campaigns) {
                end(campaigns ? QString() : described(campaigns.error()));
            });
    };
    const auto create = [&](const Expected<CampaignDefaults> &proposal) {
        if (!proposal)
            return end(described(proposal.error()));
        SetupWrite write;
        write.row = completed(proposal->values);
        write.row.eid = eid;
        created = m_client->createSetup(write, &context, boost);
    };
    LocalSettings after;
    after.adAssets = someAssets();
    settings = m_client->setLocalSettings(LocalSettings(), after, &context,
                                          [&](const Expected<LocalSettings> &written) {
                                              if (!written)
                                                  return end(described(written.error()));
                                              defaults = m_client->campaignDefaults(eid, &context, create);
                                          });
    return QTest::qWaitFor([&] { return ended; }, 30'000) ? problem : u"publishing didn't end"_s;
}

void DesktopFixture::showWindow()
{
    m_window->resize(1280, 800);
    m_window->show();
    m_window->start();
}
