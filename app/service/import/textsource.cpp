#include "app/service/import/textsource.h"

#include "app/service/import/importproblem.h"

#include <zlib.h>

#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

namespace groundswell::service {

namespace {

constexpr int headSize = 256 * 1024;
constexpr int pieceSize = 1024 * 1024;

gzFile openFile(const QString &path)
{
#ifdef Q_OS_WIN
    return gzopen_w(reinterpret_cast<const wchar_t *>(path.utf16()), "rb");
#else
    return gzopen(QFile::encodeName(path).constData(), "rb");
#endif
}

/// What a file is by its first bytes, where that is no text; null otherwise.
const char *foreignKind(const QByteArray &head)
{
    if (head.startsWith(QByteArrayLiteral("PK\x03\x04")))
        return head.contains(QByteArrayLiteral("xl/")) || head.contains(QByteArrayLiteral("spreadsheet"))
                || head.contains(QByteArrayLiteral("[Content_Types]"))
            ? "spreadsheet"
            : "archive";
    if (head.startsWith(QByteArrayLiteral("\xD0\xCF\x11\xE0")))
        return "spreadsheet";
    if (head.startsWith(QByteArrayLiteral("%PDF")))
        return "pdf";
    if (head.startsWith(QByteArrayLiteral("\x89PNG")) || head.startsWith(QByteArrayLiteral("\xFF\xD8\xFF"))
        || head.startsWith(QByteArrayLiteral("GIF8")))
        return "image";
    return nullptr;
}

/// Length of a UTF-8 sequence by its first byte; 0 = none starts with it.
size_t sequenceLength(unsigned char first)
{
    if (first < 0x80)
        return 1;
    if (first >= 0xC2 && first <= 0xDF)
        return 2;
    if (first >= 0xE0 && first <= 0xEF)
        return 3;
    return first >= 0xF0 && first <= 0xF4 ? 4 : 0;
}

unsigned char byteAt(std::string_view text, size_t index)
{
    return static_cast<unsigned char>(text[index]);
}

bool isSequence(std::string_view text, size_t at, size_t length)
{
    for (size_t i = 1; i < length; ++i) {
        if ((byteAt(text, at + i) & 0xC0) != 0x80)
            return false;
    }
    const unsigned char first = byteAt(text, at);
    const unsigned char second = length > 1 ? byteAt(text, at + 1) : 0;
    return !((first == 0xE0 && second < 0xA0) || (first == 0xED && second > 0x9F) // overlong, surrogate
             || (first == 0xF0 && second < 0x90) || (first == 0xF4 && second > 0x8F));
}

std::optional<TextEncoding> utf16WithoutMark(const QByteArray &head)
{
    // Western text in UTF-16 has a zero in every other byte; which one tells the byte order.
    qsizetype even = 0;
    qsizetype odd = 0;
    for (qsizetype i = 0; i < head.size(); ++i)
        (i % 2 == 0 ? even : odd) += head[i] == '\0';
    const qsizetype quarter = std::max<qsizetype>(1, head.size() / 8);
    if (odd >= quarter && even < odd / 8)
        return TextEncoding::Utf16LittleEndian;
    if (even >= quarter && odd < even / 8)
        return TextEncoding::Utf16BigEndian;
    return std::nullopt;
}

} // namespace

const char *encodingName(TextEncoding encoding)
{
    switch (encoding) {
    case TextEncoding::Utf8:
        return "UTF-8";
    case TextEncoding::Utf16LittleEndian:
        return "UTF-16LE";
    case TextEncoding::Utf16BigEndian:
        return "UTF-16BE";
    case TextEncoding::Windows1252:
        return "Windows-1252";
    }
    return "";
}

bool isValidUtf8(std::string_view text)
{
    for (size_t at = 0; at < text.size();) {
        const size_t length = sequenceLength(byteAt(text, at));
        if (length == 0 || at + length > text.size() || !isSequence(text, at, length))
            return false;
        at += length;
    }
    return true;
}

std::string fromWindows1252(std::string_view bytes)
{
    // Unicode's table for 0x80–0x9F; the five unused places stay what they are. Qt has this codec only where
    // it was built with ICU.
    static constexpr std::array<char16_t, 32> special{
        0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
        0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
        0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};
    std::string text;
    text.reserve(bytes.size() + bytes.size() / 8);
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        const char16_t code = byte >= 0x80 && byte < 0xA0 ? special[byte - 0x80U] : char16_t{byte};
        if (code < 0x80) {
            text += c;
        } else if (code < 0x800) {
            text += static_cast<char>(0xC0 | (code >> 6));
            text += static_cast<char>(0x80 | (code & 0x3F));
        } else {
            text += static_cast<char>(0xE0 | (code >> 12));
            text += static_cast<char>(0x80 | ((code >> 6) & 0x3F));
            text += static_cast<char>(0x80 | (code & 0x3F));
        }
    }
    return text;
}

void TextSource::Closer::operator()(gzFile_s *file) const
{
    gzclose(file);
}

TextSource::TextSource(const QString &path)
    : m_path(path)
{
    const QFileInfo info(path);
    if (info.isDir())
        failImport(path, QStringLiteral("import.directory"));
    QFile probe(path); // words the system's reason, which zlib doesn't
    if (!probe.open(QIODevice::ReadOnly))
        failImport(path, QStringLiteral("import.cannot_open"), {probe.errorString()});
    m_fileSize = probe.size();
    m_file.reset(openFile(path));
    if (!m_file)
        failImport(path, QStringLiteral("import.cannot_open"),
                   {QString::fromLocal8Bit(std::strerror(errno))});
    gzbuffer(m_file.get(), 512 * 1024);
    m_head = readBytes(headSize);
    sniff(m_head);
}

QByteArray TextSource::readBytes(int size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    const int count = gzread(m_file.get(), bytes.data(), static_cast<unsigned>(size));
    if (count < size) {
        int error = Z_OK;
        const char *reason = gzerror(m_file.get(), &error);
        if (error == Z_ERRNO)
            failImport(m_path, QStringLiteral("import.read_failed"), {QString::fromLocal8Bit(reason)});
        if (error != Z_OK && error != Z_STREAM_END)
            failImport(m_path, QStringLiteral("import.corrupt_gz"));
    }
    bytes.truncate(std::max(count, 0));
    return bytes;
}

void TextSource::sniff(const QByteArray &head)
{
    if (head.isEmpty())
        failImport(m_path, QStringLiteral("import.empty"));
    if (const char *kind = foreignKind(head))
        failImport(m_path, QStringLiteral("import.not_text"), {QString::fromLatin1(kind)});
    qsizetype mark = 0;
    if (head.startsWith(QByteArrayLiteral("\xEF\xBB\xBF"))) {
        mark = 3;
    } else if (head.startsWith(QByteArrayLiteral("\xFF\xFE"))) {
        m_encoding = TextEncoding::Utf16LittleEndian;
        mark = 2;
    } else if (head.startsWith(QByteArrayLiteral("\xFE\xFF"))) {
        m_encoding = TextEncoding::Utf16BigEndian;
        mark = 2;
    } else if (head.contains('\0')) {
        const auto utf16 = utf16WithoutMark(head);
        if (!utf16)
            failImport(m_path, QStringLiteral("import.not_text"), {QStringLiteral("binary")});
        m_encoding = *utf16;
    } else {
        // The piece may end within a character: its last bytes don't count.
        qsizetype end = head.size();
        for (int i = 0; i < 3 && end > 0 && head.size() == headSize && (head[end - 1] & 0x80) != 0; ++i)
            --end;
        if (!isValidUtf8({head.constData(), static_cast<size_t>(end)}))
            m_encoding = TextEncoding::Windows1252;
    }
    m_head.remove(0, mark);
    if (m_head.isEmpty())
        failImport(m_path, QStringLiteral("import.empty"));
    if (m_encoding == TextEncoding::Utf16LittleEndian || m_encoding == TextEncoding::Utf16BigEndian)
        m_utf16.emplace(m_encoding == TextEncoding::Utf16LittleEndian ? QStringConverter::Utf16LE
                                                                      : QStringConverter::Utf16BE,
                        QStringConverter::Flag::Default);
    m_onlyCarriageReturns = m_head.contains('\r') && !m_head.contains('\n');
}

void TextSource::decode(std::string_view bytes, std::string &text)
{
    const size_t before = text.size();
    if (m_utf16) {
        const QString decoded =
            m_utf16->decode(QByteArrayView(bytes.data(), static_cast<qsizetype>(bytes.size())));
        text += decoded.toStdString();
    } else if (m_encoding == TextEncoding::Windows1252) {
        text += fromWindows1252(bytes);
    } else {
        text += bytes;
    }
    if (m_onlyCarriageReturns)
        std::replace(text.begin() + static_cast<std::ptrdiff_t>(before), text.end(), '\r', '\n');
}

bool TextSource::appendTo(std::string &text)
{
    QByteArray bytes;
    if (m_head.isNull())
        bytes = readBytes(pieceSize);
    else
        bytes = std::exchange(m_head, QByteArray());
    if (bytes.isEmpty())
        return false;
    decode({bytes.constData(), static_cast<size_t>(bytes.size())}, text);
    return true;
}

double TextSource::progress() const
{
    return m_fileSize > 0
        ? std::min(1.0, static_cast<double>(gzoffset(m_file.get())) / static_cast<double>(m_fileSize))
        : 1.0;
}

} // namespace groundswell::service
