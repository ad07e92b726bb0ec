#include "app/look/style/theme.h"
#include "app/look/style/tokens.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>

using namespace groundswell;

/// Colours are read, not admired: every token on every background it lies on, by WCAG 2.2.
class TestTokens : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void textContrast_data()
    {
        QTest::addColumn<int>("scheme");
        QTest::addColumn<int>("ink");
        QTest::addColumn<int>("background");
        const QList<Token> backgrounds{Token::Canvas, Token::Surface, Token::Raised, Token::Hover,
                                       Token::AccentSoft};
        const QList<Token> inks{Token::Text, Token::Muted, Token::Accent};
        const QList<std::pair<Token, Token>> toned{
            {Token::Good, Token::GoodSoft},  {Token::Warn, Token::WarnSoft}, {Token::Bad, Token::BadSoft},
            {Token::Text, Token::GoodSoft},  {Token::Text, Token::WarnSoft}, {Token::Text, Token::BadSoft},
            {Token::Good, Token::Surface},   {Token::Warn, Token::Surface},  {Token::Bad, Token::Surface},
            {Token::Good, Token::Canvas},    {Token::Warn, Token::Canvas},   {Token::Bad, Token::Canvas},
            {Token::OnAccent, Token::Accent}};
        for (const Scheme scheme : {Scheme::Light, Scheme::Dark}) {
            const auto add = [&](Token ink, Token background) {
                QTest::addRow("%s ink %d on %d", scheme == Scheme::Light ? "light" : "dark", int(ink),
                              int(background))
                    << int(scheme) << int(ink) << int(background);
            };
            for (const Token background : backgrounds) {
                for (const Token ink : inks)
                    add(ink, background);
            }
            for (const auto &[ink, background] : toned)
                add(ink, background);
        }
    }
    void textContrast()
    {
        QFETCH(int, scheme);
        QFETCH(int, ink);
        QFETCH(int, background);
        const QPalette palette = paletteFor(Scheme(scheme));
        const double ratio = contrastRatio(colour(palette, Token(ink)), colour(palette, Token(background)));
        QVERIFY2(ratio >= 4.5, qPrintable(QStringLiteral("%1").arg(ratio)));
    }

    void outlinesAreSeen_data()
    {
        QTest::addColumn<int>("scheme");
        QTest::newRow("light") << int(Scheme::Light);
        QTest::newRow("dark") << int(Scheme::Dark);
    }
    void outlinesAreSeen()
    {
        QFETCH(int, scheme);
        const QPalette palette = paletteFor(Scheme(scheme));
        for (const Token background : {Token::Canvas, Token::Surface, Token::Raised}) {
            QVERIFY(contrastRatio(colour(palette, Token::FieldLine), colour(palette, background)) >= 3.0);
            QVERIFY(contrastRatio(colour(palette, Token::Accent), colour(palette, background)) >= 3.0);
        }
        for (int i = 0; i < 7; ++i)
            QVERIFY2(contrastRatio(seriesColour(palette, i), colour(palette, Token::Surface)) >= 2.2,
                     qPrintable(QString::number(i)));
    }

    void paletteRolesCarryTheTokens()
    {
        for (const Scheme scheme : {Scheme::Light, Scheme::Dark}) {
            const QPalette palette = paletteFor(scheme);
            QCOMPARE(schemeOf(palette), scheme);
            QCOMPARE(palette.color(QPalette::Window), colour(palette, Token::Canvas));
            QCOMPARE(palette.color(QPalette::PlaceholderText), colour(palette, Token::Muted));
        }
    }

    void highContrastKeepsTheSystemsColours()
    {
        QPalette system;
        system.setColor(QPalette::Window, Qt::black);
        system.setColor(QPalette::Base, Qt::black);
        system.setColor(QPalette::WindowText, Qt::white);
        system.setColor(QPalette::Highlight, Qt::yellow);
        system.setColor(QPalette::HighlightedText, Qt::black);
        QCOMPARE(schemeOf(system), Scheme::HighContrast);
        QCOMPARE(colour(system, Token::Bad), QColor(Qt::white));
        QCOMPARE(colour(system, Token::Muted), QColor(Qt::white));
        QCOMPARE(colour(system, Token::Accent), QColor(Qt::yellow));
    }

    void themePinsAndFollows()
    {
        Theme theme(*qApp);
        QSignalSpy changed(&theme, &Theme::schemeChanged);
        theme.setChoice(Theme::Choice::Dark);
        QCOMPARE(schemeOf(QApplication::palette()), Scheme::Dark);
        QCOMPARE(changed.size(), 1);
        theme.setChoice(Theme::Choice::Light);
        QCOMPARE(schemeOf(QApplication::palette()), Scheme::Light);
        QCOMPARE(theme.scheme(), Scheme::Light);
        theme.setChoice(Theme::Choice::System);
        QCOMPARE(schemeOf(QApplication::palette()), theme.scheme());
    }
};

QTEST_MAIN(TestTokens)
#include "tst_tokens.moc"
