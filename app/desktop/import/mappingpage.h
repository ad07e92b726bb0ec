#pragma once

#include "models/wave/local/importrequest.h"

#include <QHash>
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

    void setPreview(const ImportPreview &preview);
    /// What is chosen, field by field.
    [[nodiscard]] ImportMapping mapping() const;
    /// Every required field has a column.
    [[nodiscard]] bool isComplete() const;

Q_SIGNALS:
    void changed();

private:
    struct Kind {
        FilePreview preview;
        QTableWidget *table = nullptr;
        QHash<QString, QComboBox *> columns; ///< by field
    };
    QWidget *makeKind(const QString &kind, const FilePreview &preview);
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
    ImportMapping m_preset; ///< with what this page doesn't show, such as options
};

} // namespace groundswell
