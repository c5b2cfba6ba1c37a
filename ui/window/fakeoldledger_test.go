package window_test

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"yidanqing/app"
	"yidanqing/app/inquire"
	"yidanqing/app/ledger"
	"yidanqing/app/oldledger"
)

func (f *fakeOffice) ReadTables(_ context.Context, path string) ([]app.Table, error) {
	f.called("tables " + path)
	return f.tables, nil
}

func (f *fakeOffice) TableFormats() []string { return []string{"xlsx", "csv"} }

func (f *fakeOffice) PreviewOldLedger(_ context.Context, tables []app.Table, o oldledger.Options) (oldledger.Preview, error) {
	if f.oldErr != nil {
		return oldledger.Preview{}, f.oldErr
	}
	return oldledger.Read(tables, o)
}

func (f *fakeOffice) ImportOldLedger(_ context.Context, l app.OldLedger) (ledger.OldLedger, error) {
	f.called(fmt.Sprintf("import old %d", len(l.Rows)))
	v := ledger.OldLedger{ID: fmt.Sprintf("old%d", len(f.old)+1), Old: l, ImportedAt: f.now, ImportedBy: "李敏"}
	f.old = append(f.old, v)
	return v, nil
}

func (f *fakeOffice) WithdrawOldLedger(_ context.Context, id, reason string) error {
	f.called("withdraw old " + id + " " + reason)
	f.old = slices.DeleteFunc(f.old, func(l ledger.OldLedger) bool { return l.ID == id })
	return nil
}

func (f *fakeOffice) OldRows(_ context.Context, words string, skip, limit int) (p inquire.OldPage, _ error) {
	for _, l := range f.old {
		for _, r := range l.Old.Rows {
			if !strings.Contains(r.Title, words) {
				continue
			}
			if p.Total++; p.Total > skip && len(p.Rows) < limit {
				p.Rows = append(p.Rows, inquire.OldRow{OldRow: r, Ledger: l.ID, File: l.Old.File, At: l.ImportedAt, By: l.ImportedBy})
			}
		}
	}
	return p, nil
}

func (f *fakeOffice) OldImports(context.Context) (out []inquire.OldImport, _ error) {
	for _, l := range f.old {
		out = append(out, inquire.OldImport{ID: l.ID, File: l.Old.File, Rows: len(l.Old.Rows), At: l.ImportedAt})
	}
	return out, nil
}
