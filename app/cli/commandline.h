#pragma once

#include <QCommandLineParser>
#include <QJsonDocument>
#include <QJsonObject>

#include <optional>

namespace groundswell::cli {

/// The options of one command: QCommandLineParser without its habit of ending the process, and with the exit
/// codes of commands.h. Every command has --help and --json.
class CommandLine {
public:
    explicit CommandLine(const QString &description);

    /// An option with a value; \a valueName is shown in the help ("FILE").
    void addOption(const QString &name, const QString &valueName, const QString &description,
                   const QString &defaultValue = {});
    void addRequired(const QString &name, const QString &valueName, const QString &description);
    void addFlag(const QString &name, const QString &description);

    /// Nullopt where the command is to run; otherwise the exit code, everything having been said.
    [[nodiscard]] std::optional<int> parse(const QStringList &arguments);

    [[nodiscard]] QString value(const QString &name) const { return m_parser.value(name); }
    [[nodiscard]] QStringList values(const QString &name) const { return m_parser.values(name); }
    [[nodiscard]] bool isSet(const QString &name) const { return m_parser.isSet(name); }
    [[nodiscard]] bool wantsJson() const { return m_parser.isSet(QStringLiteral("json")); }
    /// A whole number of at least \a minimum; nullopt, and the reason on standard error, where it is none.
    [[nodiscard]] std::optional<qint64> number(const QString &name, qint64 minimum) const;

private:
    QCommandLineParser m_parser;
    QStringList m_required;
};

/// UTF-8 on every system.
void printLine(const QString &text); ///< to standard output
void printError(const QString &text); ///< to standard error
void printJson(const QJsonObject &json); ///< to standard output, readable and followed by a newline

} // namespace groundswell::cli
