#pragma once

#include "models/wave/cluster.h"

#include <QWidget>

class QVBoxLayout;

namespace groundswell {

class AssetsModel;

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
    AssetsModel *makeTable(const QString &name, const QString &title, const QString &idExample,
                           const QString &parentTitle);

    AdAssets m_values;
    QVBoxLayout *m_rows = nullptr;
    AssetsModel *m_accounts = nullptr;
    AssetsModel *m_pages = nullptr;
    AssetsModel *m_pixels = nullptr;
};

} // namespace groundswell
