#pragma once

#include <QByteArray>
#include <QString>
#include <QStringConverter>

#include <memory>
#include <optional>
#include <string>
#include <string_view>

struct gzFile_s;

namespace groundswell::service {

enum class TextEncoding { Utf8, Utf16LittleEndian, Utf16BigEndian, Windows1252 };

[[nodiscard]] const char *encodingName(TextEncoding encoding); ///< "UTF-8", "UTF-16LE", …

/// A text file, plain or gzip, read from its beginning in pieces of UTF-8. The encoding is told from the byte
/// order mark, else from the first bytes: UTF-16 by its zero bytes, Windows-1252 where they aren't UTF-8.
/// Every end of line comes out with '\n' (an old file with '\r' alone too). Throws ImportFailure.
class TextSource {
public:
    explicit TextSource(const QString &path);

    /// Appends the next piece to \a text; false at the end of the file.
    bool appendTo(std::string &text);

    [[nodiscard]] TextEncoding encoding() const { return m_encoding; }
    [[nodiscard]] double progress() const; ///< share of the file's bytes read, 0–1
    [[nodiscard]] const QString &path() const { return m_path; }

private:
    [[nodiscard]] QByteArray readBytes(int size);
    void sniff(const QByteArray &head);
    void decode(std::string_view bytes, std::string &text);

    struct Closer {
        void operator()(gzFile_s *file) const;
    };
    QString m_path;
    qint64 m_fileSize = 0;
    std::unique_ptr<gzFile_s, Closer> m_file;
    QByteArray m_head; ///< read for sniffing, not yet handed out
    TextEncoding m_encoding = TextEncoding::Utf8;
    bool m_onlyCarriageReturns = false;
    std::optional<QStringDecoder> m_utf16;
};

[[nodiscard]] bool isValidUtf8(std::string_view text);
[[nodiscard]] std::string fromWindows1252(std::string_view bytes);

} // namespace groundswell::service
