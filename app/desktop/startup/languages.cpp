#include "app/desktop/startup/languages.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace groundswell {

void Languages::install(QCoreApplication &application, const QString &wanted)
{
    QLocale locale = wanted.isEmpty() ? QLocale::system() : QLocale(wanted);
    if (locale.language() == QLocale::C)
        locale = QLocale(QLocale::English); // the C locale writes dates and amounts for machines
    QLocale::setDefault(locale);
    m_translators.clear();
    // The later one is asked first: ours before Qt's. English holds plural forms only.
    for (const QString &name : {u"qtbase"_s, u"groundswell"_s}) {
        auto translator = std::make_unique<QTranslator>();
        const bool found = translator->load(locale, name, u"_"_s, u":/i18n"_s)
            || translator->load(name + u"_en"_s, u":/i18n"_s);
        if (!found)
            continue;
        application.installTranslator(translator.get());
        m_translators.push_back(std::move(translator));
    }
}

} // namespace groundswell
