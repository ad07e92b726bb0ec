#include "models/setupgenerators.h"

#include <QJsonArray>

namespace groundswell::testing {

namespace {

// Of lists and nested values. Rows nest five levels deep, so larger ones cost much and show nothing new.
constexpr int rowSize = 12;

template <class T, class Gen> rc::Gen<std::optional<T>> maybe(Gen gen)
{
    return rc::gen::oneOf(rc::gen::just(std::optional<T>()),
                          rc::gen::map(gen, [](T value) { return std::optional<T>(std::move(value)); }));
}

rc::Gen<double> quarters(int low, int high)
{
    return rc::gen::map(rc::gen::inRange(low * 4, high * 4), [](int n) { return n / 4.0; });
}

rc::Gen<QDate> date()
{
    return rc::gen::oneOf(rc::gen::just(QDate()), rc::gen::map(rc::gen::inRange(0, 4000), [](int days) {
                              return QDate(2020, 1, 1).addDays(days);
                          }));
}

rc::Gen<QStringList> texts()
{
    return rc::gen::map(
        rc::gen::container<std::vector<QString>>(text()),
        [](const std::vector<QString> &list) { return QStringList(list.begin(), list.end()); });
}

rc::Gen<QJsonValue> json(int depth)
{
    auto scalar = rc::gen::oneOf(
        rc::gen::just(QJsonValue()), rc::gen::map(text(), [](const QString &t) { return QJsonValue(t); }),
        rc::gen::map(rc::gen::inRange(-1000, 1000), [](int n) { return QJsonValue(n); }),
        rc::gen::map(quarters(-9, 9), [](double n) { return QJsonValue(n); }),
        rc::gen::map(rc::gen::arbitrary<bool>(), [](bool b) { return QJsonValue(b); }));
    if (depth == 0)
        return scalar;
    auto array = rc::gen::map(rc::gen::container<std::vector<QJsonValue>>(json(depth - 1)),
                              [](const std::vector<QJsonValue> &values) {
                                  QJsonArray result;
                                  for (size_t i = 0; i < std::min<size_t>(values.size(), 3); ++i)
                                      result.append(values[i]);
                                  return QJsonValue(result);
                              });
    auto object = rc::gen::map(rc::gen::pair(text(), json(depth - 1)), [](const auto &member) {
        return QJsonValue(QJsonObject{{QStringLiteral("x_") + member.first, member.second}});
    });
    return rc::gen::oneOf(scalar, scalar, array, object);
}

rc::Gen<ChosenCluster> chosenCluster(const ClusterRef &cluster)
{
    return rc::gen::build<ChosenCluster>(
        rc::gen::set(&ChosenCluster::cluster, rc::gen::just(cluster)),
        rc::gen::set(&ChosenCluster::budgetShare, maybe<double>(quarters(0, 1))),
        rc::gen::set(&ChosenCluster::extra, unknownMembers()));
}

rc::Gen<GeoPlace> place()
{
    return rc::gen::build<GeoPlace>(
        rc::gen::set(&GeoPlace::key, text()), rc::gen::set(&GeoPlace::name, text()),
        rc::gen::set(&GeoPlace::type,
                     rc::gen::element(OpenEnum<GeoType>(GeoType::City), OpenEnum<GeoType>(GeoType::Point),
                                      OpenEnum<GeoType>::fromWire(QStringLiteral("moon_crater")))),
        rc::gen::set(&GeoPlace::country, text()),
        rc::gen::set(&GeoPlace::latitude, maybe<double>(quarters(-80, 80))),
        rc::gen::set(&GeoPlace::longitude, maybe<double>(quarters(-180, 180))),
        rc::gen::set(&GeoPlace::radiusKm, maybe<double>(quarters(1, 80))), rc::gen::set(&GeoPlace::excluded),
        rc::gen::set(&GeoPlace::extra, unknownMembers()));
}

rc::Gen<Demographics> demographics()
{
    return rc::gen::build<Demographics>(
        rc::gen::set(&Demographics::ageMin, maybe<int>(rc::gen::inRange(13, 65))),
        rc::gen::set(&Demographics::ageMax, maybe<int>(rc::gen::inRange(13, 65))),
        rc::gen::set(&Demographics::genders, texts()), rc::gen::set(&Demographics::languages, texts()),
        rc::gen::set(&Demographics::extra, unknownMembers()));
}

} // namespace

void useFixedSeed()
{
    if (!qEnvironmentVariableIsSet("RC_PARAMS"))
        qputenv("RC_PARAMS", "seed=20260512");
}

rc::Gen<QString> text()
{
    return rc::gen::elementOf(std::vector<QString>{{},
                                                   QStringLiteral("a"),
                                                   QStringLiteral("Zauberflöte"),
                                                   QStringLiteral("מופע"),
                                                   QStringLiteral("家族"),
                                                   QStringLiteral("👩‍👩‍👧"),
                                                   QStringLiteral("\"quoted\"\n"),
                                                   QStringLiteral("0"),
                                                   QStringLiteral("one two")});
}

rc::Gen<QJsonObject> unknownMembers()
{
    return rc::gen::map(
        rc::gen::container<std::vector<std::pair<QString, QJsonValue>>>(rc::gen::pair(text(), json(2))),
        [](const auto &members) {
            QJsonObject result;
            for (size_t i = 0; i < std::min<size_t>(members.size(), 3); ++i)
                result.insert(QStringLiteral("x_") + members[i].first, members[i].second);
            return result;
        });
}

rc::Gen<Creative> creative(const ClusterRef &cluster)
{
    return rc::gen::build<Creative>(
        rc::gen::set(&Creative::cluster, rc::gen::just(cluster)), rc::gen::set(&Creative::headline, text()),
        rc::gen::set(&Creative::body, text()), rc::gen::set(&Creative::description, text()),
        rc::gen::set(&Creative::mediaUrl, text()),
        rc::gen::set(&Creative::mediaType,
                     rc::gen::element(OpenEnum<MediaType>(), OpenEnum<MediaType>(MediaType::Video),
                                      OpenEnum<MediaType>::fromWire(QStringLiteral("hologram")))),
        rc::gen::set(&Creative::cta, text()), rc::gen::set(&Creative::linkUrl, text()),
        rc::gen::set(&Creative::language, text()), rc::gen::set(&Creative::extra, unknownMembers()));
}

rc::Gen<Targeting> targeting(const ClusterRef &cluster)
{
    return rc::gen::build<Targeting>(
        rc::gen::set(&Targeting::cluster, rc::gen::just(cluster)),
        rc::gen::set(&Targeting::geo, rc::gen::container<std::vector<GeoPlace>>(place())),
        rc::gen::set(&Targeting::demographics, demographics()),
        rc::gen::set(&Targeting::includedAudiences, texts()),
        rc::gen::set(&Targeting::excludedAudiences, texts()),
        rc::gen::set(&Targeting::customAudiencesExtra, unknownMembers()),
        rc::gen::set(&Targeting::savedAudienceId, text()), rc::gen::set(&Targeting::extra, unknownMembers()));
}

rc::Gen<IntegrationDetails> integration(const ClusterRef &cluster)
{
    return rc::gen::build<IntegrationDetails>(
        rc::gen::set(&IntegrationDetails::cluster, rc::gen::just(cluster)),
        rc::gen::set(&IntegrationDetails::adAccountId, text()),
        rc::gen::set(&IntegrationDetails::pageId, text()),
        rc::gen::set(&IntegrationDetails::instagramActorId, text()),
        rc::gen::set(&IntegrationDetails::pixelId, text()),
        rc::gen::set(&IntegrationDetails::leadFormId, text()),
        rc::gen::set(&IntegrationDetails::extra, unknownMembers()));
}

rc::Gen<SetupProcess> setupProcess()
{
    return rc::gen::resize(
        rowSize, rc::gen::exec([] {
            SetupProcess setup;
            setup.eid = EventId(QStringLiteral("evt_1"));
            setup.goal = *rc::gen::element(OpenEnum<Goal>(), OpenEnum<Goal>(Goal::Roas),
                                           OpenEnum<Goal>::fromWire(QStringLiteral("WORLD_PEACE")));
            setup.currency = *rc::gen::element(QString(), QStringLiteral("EUR"), QStringLiteral("JPY"),
                                               QStringLiteral("KWD"));
            if (*rc::gen::arbitrary<bool>())
                setup.totalBudget = Money{*rc::gen::inRange<qint64>(0, 10'000'000), setup.currency};
            setup.startDate = *date();
            setup.endDate = *date();
            for (int n = 0, count = *rc::gen::inRange(0, 5); n < count; ++n) {
                const ClusterRef cluster{ClusterName(QStringLiteral("tc%1").arg(n)), 42};
                if (*rc::gen::arbitrary<bool>())
                    setup.clusters.push_back(*chosenCluster(cluster));
                for (int i = *rc::gen::inRange(0, 3); i > 0; --i)
                    setup.creatives.push_back(*creative(cluster));
                if (*rc::gen::arbitrary<bool>())
                    setup.targeting.push_back(*targeting(cluster));
                if (*rc::gen::arbitrary<bool>())
                    setup.integrationDetails.push_back(*integration(cluster));
            }
            setup.conversionId = *text();
            setup.customEventType = *text();
            setup.dsaPayor = *text();
            setup.dsaBeneficiary = *text();
            setup.extra = *unknownMembers();
            return setup;
        }));
}

} // namespace groundswell::testing
