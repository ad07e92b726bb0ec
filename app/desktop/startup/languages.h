#pragma once

#include <QLocale>
#include <QTranslator>

#include <memory>
#include <vector>

class QCoreApplication;

namespace groundswell {

/// The program's language: our texts, Qt's own, and the locale for figures and dates. Languages that the
/// program has no texts for keep English words with their own figures.
class Languages {
public:
    /// \a wanted: a locale's name, "de" or "de-AT"; empty = the system's.
    void install(QCoreApplication &application, const QString &wanted);

private:
    std::vector<std::unique_ptr<QTranslator>> m_translators;
};

} // namespace groundswell
