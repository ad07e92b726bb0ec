#pragma once

#include <QHash>
#include <QWidget>

class QLineEdit;

namespace groundswell {

class Settings;
class TextLabel;

/// First step of the import: which files. They can be chosen, typed or dropped anywhere on the page.
class ImportFilesPage : public QWidget {
    Q_OBJECT
public:
    explicit ImportFilesPage(Settings &settings, QWidget *parent = nullptr);

    [[nodiscard]] QString file(const QString &kind) const; ///< events, sales, customers; empty = none
    [[nodiscard]] bool isComplete() const; ///< events and sales are named
    void setProblem(const QString &text);

Q_SIGNALS:
    void changed();

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    QWidget *makeRow(const QString &kind, const QString &needs);
    void choose(const QString &kind);
    void take(const QString &path);

    Settings &m_settings;
    QHash<QString, QLineEdit *> m_paths;
    TextLabel *m_problem = nullptr;
};

} // namespace groundswell
