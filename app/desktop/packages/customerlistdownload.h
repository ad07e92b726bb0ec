#pragma once

#include "app/audience/listformats.h"
#include "app/files/privatefile.h"
#include "app/net/rest/requesthandle.h"
#include "models/wave/package.h"

#include <QObject>

#include <memory>

namespace groundswell {

class WaveClient;

/// Streams the customer lists of one or more clusters of a package into one file for people: the columns
/// once, the lists below each other; the column `tc` says which cluster a row is of. The file appears only
/// when all of it has come. Personal data: the file is readable by the user alone.
class CustomerListDownload : public QObject {
    Q_OBJECT
public:
    CustomerListDownload(WaveClient &client, const PackageId &package, std::vector<ClusterName> clusters,
                         const QString &fileName, const ListFormat &format = usualListFormat(),
                         QObject *parent = nullptr);
    ~CustomerListDownload() override;

    void start();

Q_SIGNALS:
    void progressed(double share);
    void saved(const QString &fileName);
    void failed(const groundswell::Problem &problem);

private:
    class Sink;
    void next();
    void listEnded(const Expected<void> &list);
    void failToWrite();
    void fail(const Problem &problem);

    WaveClient &m_client;
    PackageId m_package;
    std::vector<ClusterName> m_clusters;
    size_t m_done = 0;
    PrivateSaveFile m_file;
    std::unique_ptr<ListWriter> m_writer;
    std::unique_ptr<Sink> m_sink;
    RequestHandle m_request;
};

} // namespace groundswell
