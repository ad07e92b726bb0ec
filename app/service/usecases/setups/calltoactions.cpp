#include "app/service/usecases/setups/calltoactions.h"

#include "resources/reference.h"

#include <QJsonArray>
#include <QJsonObject>

namespace groundswell::service {

std::vector<Choice> callToActions(const QString &goal)
{
    const auto known = OpenEnum<Goal>::fromWire(goal).known();
    const QString word = known ? OpenEnum<Goal>(*known).wire() : QString();
    const QJsonObject reference = referenceData(u"calls-to-action").object();
    std::vector<Choice> result;
    for (const QJsonValue entry : reference[u"callsToAction"].toArray()) {
        if (!entry[u"valid"].toBool(true))
            continue;
        if (word.isEmpty() || entry[u"goals"].toArray().contains(word))
            result.push_back({entry[u"value"].toString(), {}});
    }
    return result;
}

std::vector<Choice> conversionEventTypes()
{
    std::vector<Choice> result;
    for (const char *word : {"PURCHASE", "INITIATED_CHECKOUT", "ADD_TO_CART", "CONTENT_VIEW",
                             "COMPLETE_REGISTRATION", "LEAD", "SEARCH", "CONTACT"})
        result.push_back({QString::fromLatin1(word), {}});
    return result;
}

} // namespace groundswell::service
