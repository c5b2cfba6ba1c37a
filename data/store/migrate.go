package store

import (
	"context"
	"database/sql"
	"embed"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strconv"
	"strings"

	"yidanqing/app"
)

//go:embed migrations/*.sql
var embedded embed.FS

// applicationID marks the file as a ledger of this program ("YDQ1"), so that another program's file is not taken for one.
const applicationID = 0x59445131

// migration is one numbered step of the schema. A released one is never edited.
type migration struct {
	number int
	name   string
	sql    string
}

// readMigrations reads NNNN_name.sql, in the order of their numbers, which must run from 1 without a gap.
func readMigrations(files fs.FS) ([]migration, error) {
	names, err := fs.Glob(files, "migrations/*.sql")
	if err != nil {
		return nil, err
	}
	slices.Sort(names)
	var out []migration
	for i, name := range names {
		digits, title, _ := strings.Cut(path.Base(name), "_")
		n, err := strconv.Atoi(digits)
		if err != nil || n != i+1 {
			return nil, fmt.Errorf("migration %s: its number should be %d", name, i+1)
		}
		b, err := fs.ReadFile(files, name)
		if err != nil {
			return nil, err
		}
		out = append(out, migration{n, strings.TrimSuffix(title, ".sql"), string(b)})
	}
	return out, nil
}

// schemaVersion reads the version of a file; 0 for a new one. A file of another program is CodeDamaged.
func schemaVersion(ctx context.Context, db *sql.DB) (int, error) {
	var id, version, tables int
	if err := db.QueryRowContext(ctx, "PRAGMA application_id").Scan(&id); err != nil {
		return 0, err
	}
	if err := db.QueryRowContext(ctx, "PRAGMA user_version").Scan(&version); err != nil {
		return 0, err
	}
	if err := db.QueryRowContext(ctx, "SELECT count(*) FROM sqlite_schema").Scan(&tables); err != nil {
		return 0, err
	}
	if id != applicationID && tables > 0 {
		return 0, app.Errorf(app.CodeDamaged, "这个数据文件不是一单清的台账，未作改动。请检查数据文件夹，或换一个位置。")
	}
	return version, nil
}

// migrate brings the schema forward, each step in its own transaction together with its number.
func migrate(ctx context.Context, db *sql.DB, steps []migration, from int) error {
	for _, m := range steps {
		if m.number <= from {
			continue
		}
		if err := m.run(ctx, db); err != nil {
			return fmt.Errorf("migration %d %s: %w", m.number, m.name, err)
		}
	}
	return nil
}

func (m migration) run(ctx context.Context, db *sql.DB) error {
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if _, err := tx.ExecContext(ctx, m.sql); err != nil {
		return err
	}
	mark := fmt.Sprintf("PRAGMA user_version = %d; PRAGMA application_id = %d", m.number, applicationID)
	if _, err := tx.ExecContext(ctx, mark); err != nil {
		return err
	}
	return tx.Commit()
}

func errOlder() *app.Error {
	return app.Errorf(app.CodeInvalid, "数据还是旧版本的。请先用窗口程序打开一次，完成升级。")
}

func errNewer(have, want int) *app.Error {
	return app.Errorf(app.CodeNewer,
		"数据由更新版本的一单清写成（数据版本 %d，本程序到 %d），现在只能查看，不能登记。请升级程序后再用；数据未作改动。", have, want)
}
