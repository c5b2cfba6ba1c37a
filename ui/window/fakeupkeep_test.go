package window_test

import (
	"context"
	"fmt"
	"time"

	"yidanqing/app"
	"yidanqing/app/duty"
	"yidanqing/app/ledger"
	"yidanqing/app/upkeep"
)

func (f *fakeOffice) Settings(context.Context) (ledger.Settings, error) { return f.set, nil }

func (f *fakeOffice) SaveSettings(_ context.Context, s ledger.Settings) error {
	f.called("save settings")
	f.set = s
	return nil
}

func (f *fakeOffice) Preference(_ context.Context, key string) (string, error) {
	return f.prefs[key], nil
}

func (f *fakeOffice) SetPreference(_ context.Context, key, value string) error {
	f.prefs[key] = value
	return nil
}

func (f *fakeOffice) Lists(context.Context) ([]ledger.List, error) {
	if f.list == nil {
		return nil, nil
	}
	return append([]ledger.List{*f.list}, f.earlier...), nil
}

func (f *fakeOffice) ListOn(context.Context, app.Date) (*ledger.List, error) { return f.list, nil }

func (f *fakeOffice) ImportList(_ context.Context, l app.DutyList) (ledger.List, error) {
	f.called(fmt.Sprintf("import %d %s", len(l.Duties), l.Source.Title))
	f.list = &ledger.List{ID: "list2", List: l}
	return *f.list, nil
}

func (f *fakeOffice) WithdrawList(_ context.Context, id, _ string) error {
	f.called("withdraw " + id)
	f.list = nil
	return nil
}

func (f *fakeOffice) Registers(context.Context) ([]ledger.Register, error) { return nil, nil }

func (f *fakeOffice) Backup(context.Context, string) (upkeep.Backup, error) {
	f.called("backup")
	return upkeep.Backup{File: "/data/备份/2026-11-24.db", At: f.now}, nil
}

func (f *fakeOffice) Backups(context.Context) ([]upkeep.Backup, error) {
	return []upkeep.Backup{{File: "/data/备份/2026-11-23.db", At: f.now.Add(-20 * time.Hour)}}, nil
}

func (f *fakeOffice) MoveOut(_ context.Context, folder string) (upkeep.Moved, error) {
	f.called("move out " + folder)
	if f.moveErr != nil {
		return upkeep.Moved{}, f.moveErr
	}
	f.moved = &upkeep.Moved{At: f.now, Folder: folder + "/一单清迁移-20261124-102600", Notices: 643, Events: 3187}
	return *f.moved, nil
}

func (f *fakeOffice) MovedOut(context.Context) (m upkeep.Moved, moved bool, err error) {
	if f.moved == nil {
		return m, false, nil
	}
	return *f.moved, true, nil
}

func (f *fakeOffice) UndoMove(context.Context) error {
	f.called("undo move")
	f.moved = nil
	return nil
}

func (f *fakeOffice) MoveIn(_ context.Context, folder string) (upkeep.Restored, error) {
	f.called("move in " + folder)
	if f.moveErr != nil {
		return upkeep.Restored{}, f.moveErr
	}
	f.set = newFakeOffice().set
	return upkeep.Restored{Notices: 643}, nil
}

func (f *fakeOffice) Verify(context.Context, upkeep.Progress) (upkeep.Verification, error) {
	return upkeep.Verification{Notices: 643, Events: 3187}, nil
}

func (f *fakeOffice) PreviewList(context.Context, []string, duty.Options) (duty.Preview, error) {
	return f.preview, f.listErr
}

func (f *fakeOffice) ListFormats() []string { return []string{"xlsx", "docx", "csv"} }
