package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"yidanqing/app"
	"yidanqing/app/ledger"
	"yidanqing/app/upkeep"
	"yidanqing/data/blob"
)

// movePrefix begins the name of the folder that carries the data to another PC. It holds one backup, the files it needs,
// and what was not yet registered (draft, queue).
const movePrefix = "一单清迁移-"

// MoveOut copies the data into a new folder within a folder, checks every record and file of the copy, and locks this
// ledger: it can be read, but nothing can be registered in it. Nothing can be written meanwhile. Where anything goes
// wrong, the copy is removed and this ledger stays as it was.
func (s *Store) MoveOut(ctx context.Context, folder string) (upkeep.Moved, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if err := s.writable(); err != nil {
		return upkeep.Moved{}, err
	}
	if rel, err := filepath.Rel(s.dir, folder); err == nil && rel != ".." && !strings.HasPrefix(rel, ".."+string(filepath.Separator)) {
		return upkeep.Moved{}, app.Errorf(app.CodeInvalid, "选的文件夹就在本机的数据文件夹里，没有迁出，台账没有改动。请选优盘、移动硬盘或另一个文件夹。")
	}
	target := freeName(folder, movePrefix+s.now().Format(backupTime), "")
	b, err := s.moveInto(ctx, target)
	if err != nil {
		return upkeep.Moved{}, moveError(errors.Join(err, os.RemoveAll(target)), folder)
	}
	m := upkeep.Moved{At: b.At, Folder: target, Notices: b.Notices, Events: b.Events, Digest: b.Digest}
	raw, err := json.Marshal(m)
	if err == nil {
		err = s.inTx(ctx, func(tx *sql.Tx) error { return setMachine(ctx, tx, keyMoved, string(raw)) })
	}
	if err != nil { // two ledgers that can be written would give the same numbers twice
		return upkeep.Moved{}, moveError(errors.Join(err, os.RemoveAll(target)), folder)
	}
	s.lockMoved(m)
	return m, nil
}

func moveError(err error, folder string) error {
	if errors.Is(err, context.Canceled) {
		return err
	}
	wrapped := wrap(err)
	switch code := app.ErrorCode(wrapped); code {
	case app.CodeReadOnly:
		return app.WrapError(code, err, "没有迁出：“%s”已满或不能写入。本机台账没有改动，照常可用。请腾出空间或换一个位置。", folder)
	case app.CodeInternal:
		return app.WrapError(code, err, "没有迁出：复制没有完成。本机台账没有改动，照常可用。请换一个位置再试。")
	default:
		return app.WrapError(code, err, "没有迁出：%s本机台账没有改动，照常可用。请先在“设置”里“校验全部记录”。", app.ErrorMessage(wrapped))
	}
}

// moveInto makes the copy and checks it.
func (s *Store) moveInto(ctx context.Context, target string) (upkeep.Backup, error) {
	b, _, err := s.backupInto(ctx, target)
	if err != nil {
		return b, err
	}
	if _, err := s.verifyBackup(ctx, b.File); err != nil {
		return b, err
	}
	for _, name := range []string{draftName, queueName} {
		raw, err := os.ReadFile(filepath.Join(s.dir, name))
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return b, err
		}
		if err := blob.WriteFile(filepath.Join(target, name), raw); err != nil {
			return b, err
		}
	}
	return b, blob.SyncDir(target)
}

// lockMoved must be called with the mutex held, or before anybody else has the store.
func (s *Store) lockMoved(m upkeep.Moved) {
	s.moved = &m
	s.readOnly = app.Errorf(app.CodeReadOnly, "这台电脑的台账已于 %s 迁到另一台电脑，这里只能查看，不能登记、出文。已有记录未受影响。请在新电脑上办理；没有迁成的，请点“撤回迁移”。",
		app.DateOf(m.At))
}

// readMoved finds out at the start whether the data was moved away.
func (s *Store) readMoved(ctx context.Context) error {
	found, err := readStrings(ctx, s.writer, "SELECT value FROM machine WHERE key = ?", keyMoved)
	if err != nil || len(found) == 0 {
		return err
	}
	var m upkeep.Moved
	if err := decode(found[0], &m); err != nil {
		return err
	}
	s.lockMoved(m)
	return nil
}

// MovedOut says whether, when and where the data was moved away.
func (s *Store) MovedOut(ctx context.Context) (m upkeep.Moved, moved bool, err error) {
	if err := ctx.Err(); err != nil {
		return m, false, err
	}
	s.mu.RLock()
	defer s.mu.RUnlock()
	if s.moved == nil {
		return m, false, nil
	}
	return *s.moved, true, nil
}

// UndoMove opens this ledger for writing again, where the move came to nothing.
func (s *Store) UndoMove(ctx context.Context) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.moved == nil || s.writer == nil {
		return app.Errorf(app.CodeConflict, "这台电脑的台账没有迁出，不用撤回。")
	}
	if err := s.inTx(ctx, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, "DELETE FROM machine WHERE key = ?", keyMoved)
		return err
	}); err != nil {
		return wrap(err)
	}
	s.moved, s.readOnly = nil, nil
	if s.origin == "" { // it was opened locked
		return wrap(errors.Join(s.ownOrigin(ctx), s.sweepErased(ctx)))
	}
	return nil
}

// MoveIn takes over what another PC moved out. It is for a PC without a ledger of its own: CodeConflict where an office is
// set here already. Folder is the folder that the other PC made, or the one that holds it; the newest counts.
func (s *Store) MoveIn(ctx context.Context, folder string) (upkeep.Restored, error) {
	set, err := s.Settings(ctx)
	if err != nil {
		return upkeep.Restored{}, err
	}
	if set.Office.Name != "" {
		return upkeep.Restored{}, app.Errorf(app.CodeConflict, "这台电脑已有“%s”的台账，没有迁入，台账没有改动。请在没有用过的电脑上迁入。", set.Office.Name)
	}
	from, err := movedFolder(folder)
	if err != nil {
		return upkeep.Restored{}, err
	}
	all, err := backupsIn(from)
	if err != nil {
		return upkeep.Restored{}, err
	}
	out, err := s.Restore(ctx, all[0].File)
	if err != nil {
		return out, err
	}
	for _, name := range []string{draftName, queueName} {
		raw, err := os.ReadFile(filepath.Join(from, name))
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err == nil {
			err = s.saveBeside(ctx, name, raw)
		}
		if err != nil {
			return out, app.WrapError(app.CodeInternal, err, "台账已迁入，但没有登记完的草稿没有带过来。请在旧电脑上查看草稿，重新粘贴。")
		}
	}
	return out, nil
}

// movedFolder finds the folder with the copy: the one given, or the newest within it.
func movedFolder(folder string) (string, error) {
	if all, err := backupsIn(folder); err == nil && len(all) > 0 {
		return folder, nil
	}
	entries, err := os.ReadDir(folder)
	if err != nil {
		return "", app.WrapError(app.CodeNotFound, err, "打不开“%s”，没有迁入。请检查优盘是否插好。", folder)
	}
	for i := len(entries) - 1; i >= 0; i-- { // names sort by time
		path := filepath.Join(folder, entries[i].Name())
		if !entries[i].IsDir() || !strings.HasPrefix(entries[i].Name(), movePrefix) {
			continue
		}
		if all, err := backupsIn(path); err == nil && len(all) > 0 {
			return path, nil
		}
	}
	return "", app.Errorf(app.CodeNotFound, "“%s”里没有迁移的数据，没有迁入。请选名称以“%s”开头的文件夹。", folder, strings.TrimSuffix(movePrefix, "-"))
}

// movedReason is why a restored chain begins: a copy that lies in a folder of a move was moved, else restored.
func movedReason(file string) string {
	if strings.HasPrefix(filepath.Base(filepath.Dir(file)), movePrefix) {
		return ledger.ReasonMove
	}
	return ledger.ReasonRestore
}
