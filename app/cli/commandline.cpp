#include "app/cli/commandline.h"

#include "app/cli/commands.h"

#include <QCoreApplication>

#include <cstdio>

namespace groundswell::cli {

namespace {

void write(FILE *stream, const QByteArray &bytes)
{
    std::fwrite(bytes.constData(), 1, static_cast<size_t>(bytes.size()), stream);
    std::fflush(stream);
}

} // namespace

CommandLine::CommandLine(const QString &description)
{
    m_parser.setApplicationDescription(description);
    m_parser.addHelpOption();
    addFlag(QStringLiteral("json"), QStringLiteral("Write the result as JSON."));
}

void CommandLine::addOption(const QString &name, const QString &valueName, const QString &description,
                            const QString &defaultValue)
{
    m_parser.addOption({name, description, valueName, defaultValue});
}

void CommandLine::addRequired(const QString &name, const QString &valueName, const QString &description)
{
    addOption(name, valueName, description);
    m_required << name;
}

void CommandLine::addFlag(const QString &name, const QString &description)
{
    m_parser.addOption({name, description});
}

std::optional<int> CommandLine::parse(const QStringList &arguments)
{
    const auto wrong = [&](const QString &reason) {
        printError(reason);
        printError(QStringLiteral("Try \"%1 --help\".").arg(arguments.value(0)));
        return WrongUsage;
    };
    const bool understood = m_parser.parse(arguments);
    if (m_parser.isSet(QStringLiteral("help"))) {
        // The parser words its first line from argv[0], which knows nothing of the command.
        QString help = m_parser.helpText();
        help.replace(QCoreApplication::arguments().value(0), arguments.value(0));
        write(stdout, help.toUtf8());
        return Done;
    }
    if (!understood)
        return wrong(m_parser.errorText());
    if (!m_parser.positionalArguments().isEmpty())
        return wrong(
            QStringLiteral("Unexpected argument \"%1\".").arg(m_parser.positionalArguments().first()));
    for (const QString &name : std::as_const(m_required)) {
        if (m_parser.value(name).isEmpty())
            return wrong(QStringLiteral("The option --%1 is missing.").arg(name));
    }
    return std::nullopt;
}

std::optional<qint64> CommandLine::number(const QString &name, qint64 minimum) const
{
    bool ok = false;
    const qint64 number = m_parser.value(name).toLongLong(&ok);
    if (ok && number >= minimum)
        return number;
    printError(QStringLiteral("--%1 must be a whole number of at least %2, not \"%3\".")
                   .arg(name)
                   .arg(minimum)
                   .arg(m_parser.value(name)));
    return std::nullopt;
}

void printLine(const QString &text)
{
    write(stdout, text.toUtf8() + '\n');
}

void printError(const QString &text)
{
    write(stderr, text.toUtf8() + '\n');
}

void printJson(const QJsonObject &json)
{
    write(stdout, QJsonDocument(json).toJson(QJsonDocument::Indented));
}

} // namespace groundswell::cli
