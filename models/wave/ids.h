#pragma once

#include <QHash>
#include <QString>

#include <compare>
#include <utility>

namespace groundswell {

/// An identifier that the service hands out. Opaque, compared as text, never computed with. A type of its own
/// for each kind, so that an event's id can't be passed where a package's is wanted.
template <class Tag> class Id {
public:
    Id() = default;
    explicit Id(QString value)
        : m_value(std::move(value))
    {
    }

    [[nodiscard]] const QString &value() const { return m_value; }
    [[nodiscard]] bool isEmpty() const { return m_value.isEmpty(); }

    friend bool operator==(const Id &, const Id &) = default;
    friend bool operator<(const Id &a, const Id &b) { return a.m_value < b.m_value; }
    friend size_t qHash(const Id &id, size_t seed = 0) { return ::qHash(id.m_value, seed); }

private:
    QString m_value;
};

using EventId = Id<struct EventIdTag>; ///< `eid`
using ClusterName = Id<struct ClusterNameTag>; ///< `tc`, scoped to event and run; URL-encode it in paths
using PackageId = Id<struct PackageIdTag>;
using PartnerId = Id<struct PartnerIdTag>;

/// `tc_run_id`: number of an immutable taste run. 0 means "none yet".
using TcRunId = qint64;

/// Names a taste cluster of one run: the key by which creatives, targeting and integration details are
/// matched.
struct ClusterRef {
    ClusterName tc;
    TcRunId tcRunId = 0;

    friend bool operator==(const ClusterRef &, const ClusterRef &) = default;
    friend bool operator<(const ClusterRef &a, const ClusterRef &b)
    {
        return std::pair(a.tc, a.tcRunId) < std::pair(b.tc, b.tcRunId);
    }
    friend size_t qHash(const ClusterRef &r, size_t seed = 0) { return qHashMulti(seed, r.tc, r.tcRunId); }
};

} // namespace groundswell
