#include "app/desktop/packages/customerlistdownload.h"

#include "app/audience/csvsplitter.h"
#include "app/net/wave/waveclient.h"

#include <QIODevice>

#include <utility>

using namespace Qt::StringLiterals;

namespace groundswell {

/// Takes apart a list as it comes from the service, and hands its rows to the file's writer.
class CustomerListDownload::Sink : public QIODevice {
public:
    explicit Sink(ListWriter &writer)
        : m_writer(writer)
        , m_rows([this](std::span<const std::string_view> cells) { return pass(cells); })
    {
        open(QIODevice::WriteOnly);
    }
    [[nodiscard]] bool isSequential() const override { return true; }
    /// False where the list broke off or has other columns, or the file can't take it: see takesMore().
    [[nodiscard]] bool finish() { return m_rows.finish(); }
    [[nodiscard]] bool takesMore() const { return m_takesMore; }
    [[nodiscard]] bool hasOtherColumns() const { return m_hasOtherColumns; }

protected:
    qint64 readData(char *, qint64) override { return -1; }
    qint64 writeData(const char *data, qint64 size) override
    {
        return m_rows.take({data, static_cast<std::size_t>(size)}) ? size : -1;
    }

private:
    bool pass(std::span<const std::string_view> cells)
    {
        if (std::exchange(m_isBegun, true)) {
            m_takesMore = m_writer.writeRow(cells);
            return m_takesMore;
        }
        const ListWriter::Begun begun = m_writer.beginList(cells);
        m_takesMore = begun != ListWriter::Begun::Refused;
        m_hasOtherColumns = begun == ListWriter::Begun::OtherColumns;
        return begun == ListWriter::Begun::Yes;
    }

    ListWriter &m_writer;
    CsvSplitter m_rows;
    bool m_isBegun = false;
    bool m_takesMore = true; ///< the file
    bool m_hasOtherColumns = false; ///< than the first list
};

CustomerListDownload::CustomerListDownload(WaveClient &client, const PackageId &package,
                                           std::vector<ClusterName> clusters, const QString &fileName,
                                           const ListFormat &format, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_package(package)
    , m_clusters(std::move(clusters))
    , m_file(fileName)
    , m_writer(format.makeWriter(
          [this](std::string_view block) {
              const auto size = static_cast<qint64>(block.size());
              return m_file.write(block.data(), size) == size;
          },
          ListReader::People)) // names come from public order forms
{
}

CustomerListDownload::~CustomerListDownload() = default;

void CustomerListDownload::start()
{
    if (!m_file.begin()) {
        failToWrite();
        return;
    }
    next();
}

void CustomerListDownload::next()
{
    if (m_done == m_clusters.size()) {
        if (m_writer->finish() && m_file.commit())
            Q_EMIT saved(m_file.path());
        else
            failToWrite();
        return;
    }
    m_sink = std::make_unique<Sink>(*m_writer);
    m_request = m_client.customerList(m_package, m_clusters.at(m_done), m_sink.get(), this,
                                      [this](const Expected<void> &list) { listEnded(list); });
}

void CustomerListDownload::listEnded(const Expected<void> &list)
{
    const auto refuse = [this] {
        fail(Problem::protocol({}, u"whole rows of CSV with the columns of the first list"_s));
    };
    if (m_sink->hasOtherColumns()) {
        refuse(); // which ended the call, so that its own error says less
    } else if (!list) {
        fail(list.error());
    } else if (m_sink->finish()) {
        ++m_done;
        Q_EMIT progressed(double(m_done) / double(m_clusters.size()));
        next();
    } else if (m_sink->takesMore()) {
        refuse();
    } else {
        failToWrite();
    }
}

void CustomerListDownload::failToWrite()
{
    Problem problem;
    problem.kind = Problem::Kind::Rejected;
    problem.messageKey = u"error.client.file_unwritable"_s;
    problem.detail = m_file.errorString();
    fail(problem);
}

void CustomerListDownload::fail(const Problem &problem)
{
    m_file.cancel();
    Q_EMIT failed(problem);
}

} // namespace groundswell
