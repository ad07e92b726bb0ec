#include "app/service/store/sqlite/stores/packagelist.h"

#include <sqlite3.h>

#include <QDataStream>
#include <QIODevice>

#include <algorithm>

namespace groundswell::service {

namespace {

constexpr std::size_t membersOfPiece = 4096;
constexpr int quickly = 1; // level of compression
constexpr int streamVersion = QDataStream::Qt_6_0;

QByteArray packPiece(std::span<const PackageMember> members)
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream.setVersion(streamVersion);
    stream << static_cast<quint32>(members.size());
    for (const PackageMember &member : members) {
        stream.writeBytes(member.customerId.data(), static_cast<uint>(member.customerId.size()));
        stream << member.affinity;
    }
    return qCompress(bytes, quickly);
}

[[noreturn]] void failDamaged()
{
    throw SqlError(SQLITE_CORRUPT, "a stored customer list is damaged");
}

} // namespace

PackedList packList(const std::vector<PackageMember> &members)
{
    PackedList list;
    for (std::size_t begin = 0; begin < members.size(); begin += membersOfPiece)
        list.push_back(
            packPiece(std::span(members).subspan(begin, std::min(membersOfPiece, members.size() - begin))));
    return list;
}

void unpackList(const QByteArray &piece, std::vector<PackageMember> &members)
{
    const QByteArray bytes = qUncompress(piece);
    QDataStream stream(bytes);
    stream.setVersion(streamVersion);
    quint32 count = 0;
    stream >> count;
    for (quint32 i = 0; i < count; ++i) {
        QByteArray id;
        double affinity = 0;
        stream >> id >> affinity;
        if (stream.status() != QDataStream::Ok)
            failDamaged();
        members.push_back({id.toStdString(), affinity});
    }
    if (count == 0 || !stream.atEnd())
        failDamaged();
}

void insertList(Database &database, std::int64_t package, std::int64_t cluster, const PackedList &list)
{
    Statement insert =
        database.prepare("INSERT INTO package_list (package, cluster, piece, members) VALUES (?, ?, ?, ?)");
    for (std::size_t piece = 0; piece < list.size(); ++piece)
        insert.bindAll(package, cluster, piece, list[piece]).run();
}

std::vector<PackageMember> readList(Database &database, std::int64_t package, std::int64_t cluster,
                                    std::size_t count)
{
    std::vector<PackageMember> members;
    members.reserve(count);
    Statement select =
        database.prepare("SELECT members FROM package_list WHERE package = ? AND cluster = ? ORDER BY piece");
    select.bindAll(package, cluster);
    while (select.step())
        unpackList(select.blob(0), members);
    return members;
}

} // namespace groundswell::service
