#include "app/net/rest/oncebody.h"

#include <algorithm>
#include <cstring>

namespace groundswell {

OnceBody::OnceBody(QByteArray bytes, QObject *parent)
    : QIODevice(parent)
    , m_bytes(std::move(bytes))
{
    open(QIODevice::ReadOnly | QIODevice::Unbuffered); // a buffer would remember what was read
}

qint64 OnceBody::readData(char *data, qint64 maxSize)
{
    const qint64 size = std::min<qint64>(maxSize, m_bytes.size() - m_read);
    if (size <= 0)
        return -1;
    std::memcpy(data, m_bytes.constData() + m_read, static_cast<size_t>(size));
    m_read += size;
    return size;
}

qint64 OnceBody::writeData(const char *, qint64)
{
    return -1;
}

} // namespace groundswell
