#pragma once

#include <QHash>
#include <QJsonObject>
#include <QWidget>

class QComboBox;
class QTableWidget;
class QTabWidget;

namespace groundswell {

class Settings;
class TextLabel;

/// Second step of the import: which column is which, with guesses and the first rows as they stand in the
/// files.
class MappingPage : public QWidget {
    Q_OBJECT
public:
    explicit MappingPage(Settings &settings, QWidget *parent = nullptr);

    /// \a previews: the service's preview by kind (`headers`, `rows`, `guess`, `missing`).
    void setPreviews(const QJsonObject &previews);
    /// `{"events":{"title":"name","hall":null},…}` as the import takes it: what is chosen, field by field.
    [[nodiscard]] QJsonObject mapping() const;
    /// Every required field has a column.
    [[nodiscard]] bool isComplete() const;

Q_SIGNALS:
    void changed();

private:
    struct Kind {
        QStringList headers;
        QList<QStringList> rows;
        QTableWidget *table = nullptr;
        QHash<QString, QComboBox *> columns; ///< by field
    };
    QWidget *makeKind(const QString &kind, const QJsonObject &preview);
    QTableWidget *makeFirstRows(const QString &kind, const Kind &values);
    void showExample(const QString &kind, int row);
    void fillPresets();
    void applyPreset(const QString &name);
    void savePreset();
    void updateState();

    Settings &m_settings;
    QTabWidget *m_tabs = nullptr;
    QComboBox *m_presets = nullptr;
    TextLabel *m_state = nullptr;
    QHash<QString, Kind> m_kinds;
    QJsonObject m_remarks; ///< members of a preset that this page doesn't show, such as options
};

} // namespace groundswell
