#pragma once

#include "models/wave/cluster.h"

#include <QWidget>

class QTableWidget;

namespace groundswell {

/// Accounts, pages, pixels and forms as the organiser types them in: the local workspace has no ad platform
/// to ask.
class AssetsForm : public QWidget {
    Q_OBJECT
public:
    explicit AssetsForm(QWidget *parent = nullptr);

    void setValues(const AdAssets &assets);
    /// Rows without an id are left out.
    [[nodiscard]] AdAssets values() const;

private:
    QTableWidget *makeTable(const QString &name, const QString &title, const QString &idExample,
                            const QString &parentTitle);
    static void fill(QTableWidget *table, const std::vector<AdAsset> &assets);
    static std::vector<AdAsset> read(const QTableWidget *table, const std::vector<AdAsset> &before);

    AdAssets m_values;
    class QVBoxLayout *m_rows = nullptr;
    QTableWidget *m_accounts = nullptr;
    QTableWidget *m_pages = nullptr;
    QTableWidget *m_pixels = nullptr;
};

} // namespace groundswell
