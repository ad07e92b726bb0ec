#include "resources/reference.h"

#include <QFile>

namespace groundswell {

QJsonDocument referenceData(QStringView name)
{
    QFile file(u":/reference/" % name % u".json");
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QJsonDocument::fromJson(file.readAll());
}

} // namespace groundswell
