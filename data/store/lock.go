package store

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/user"
	"path/filepath"
	"time"

	"yidanqing/app"
	"yidanqing/data/blob"
)

const (
	lockName = "lock" // held by the program that writes; tells who
	showName = "show" // written by a second start that asks the first one to come forward
)

// Holder is who has the data open.
type Holder struct {
	PID  int       `json:"pid"`
	Host string    `json:"host"`
	User string    `json:"user"`
	At   time.Time `json:"at"`
}

// Lock is the right to write into a data folder. Only one program has it; the system takes it back when that program
// ends, however it ends.
type Lock struct {
	dir  string
	file *os.File
}

// errHeld tells that somebody else has the lock.
var errHeld = errors.New("lock is held")

// acquire takes the lock of a folder, which must exist. Somebody else's lock is CodeConflict with the holder's name.
func acquire(dir string, now time.Time) (*Lock, error) {
	path := filepath.Join(dir, lockName)
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return nil, wrap(err)
	}
	if err := lockFile(f); err != nil {
		f.Close()
		if errors.Is(err, errHeld) {
			return nil, app.WrapError(app.CodeConflict, err, "%s", heldMessage(readHolder(path), now))
		}
		return nil, app.WrapError(app.CodeReadOnly, err,
			"数据文件夹不能加锁，没有打开。请把数据放到本机磁盘上，不要放在不支持加锁的网络盘。")
	}
	l := &Lock{dir: dir, file: f}
	if err := l.sign(now); err != nil {
		return nil, errors.Join(wrap(err), l.Release())
	}
	return l, nil
}

// sign writes who holds the lock.
func (l *Lock) sign(now time.Time) error {
	h := Holder{PID: os.Getpid(), At: now}
	h.Host, _ = os.Hostname() // an unknown name is left empty in the message
	if u, err := user.Current(); err == nil {
		h.User = u.Username
	}
	b, err := json.Marshal(h)
	if err != nil {
		return err
	}
	if err := l.file.Truncate(0); err != nil {
		return err
	}
	if _, err := l.file.WriteAt(b, 0); err != nil {
		return err
	}
	return l.file.Sync()
}

// Release gives the lock back. The file stays: removing it would let two programs lock two files of one name.
func (l *Lock) Release() error {
	if l == nil || l.file == nil {
		return nil
	}
	err := l.file.Truncate(0)
	if cerr := l.file.Close(); err == nil {
		err = cerr
	}
	l.file = nil
	return err
}

func readHolder(path string) Holder {
	var h Holder
	if b, err := os.ReadFile(path); err == nil {
		if json.Unmarshal(b, &h) != nil {
			return Holder{}
		}
	}
	return h
}

func heldMessage(h Holder, now time.Time) string {
	if h.PID == 0 {
		return "数据正由另一个窗口打开，没有重复打开。请先关闭那个窗口。"
	}
	since := h.At.Local().Format("15:04")
	if app.DateOf(h.At.Local()) != app.DateOf(now.Local()) {
		since = h.At.Local().Format("1月2日 15:04")
	}
	return fmt.Sprintf("数据正由“%s”在电脑“%s”上打开（%s 起，进程 %d），没有重复打开。请先关闭那个窗口。", h.User, h.Host, since, h.PID)
}

// AskToShow asks the program that has the folder open to bring its window forward, and tells whether it did within the
// time given. It uses a file in the folder; the program opens no network connection.
func AskToShow(ctx context.Context, dir string, wait time.Duration) bool {
	path := filepath.Join(dir, showName)
	if err := blob.WriteFile(path, []byte("show")); err != nil {
		return false
	}
	ctx, cancel := context.WithTimeout(ctx, wait)
	defer cancel()
	for {
		if _, err := os.Stat(path); errors.Is(err, os.ErrNotExist) {
			return true
		}
		select {
		case <-ctx.Done():
			os.Remove(path) // nobody answered; a later start must not find it
			return false
		case <-time.After(50 * time.Millisecond):
		}
	}
}

// OnShow calls show whenever a second start asks for the window, until ctx ends. It looks every so often.
func (s *Store) OnShow(ctx context.Context, every time.Duration, show func()) {
	path := filepath.Join(s.dir, showName)
	tick := time.NewTicker(every)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
			if _, err := os.Stat(path); err == nil && os.Remove(path) == nil {
				show()
			}
		}
	}
}
