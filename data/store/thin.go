package store

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"yidanqing/app/upkeep"
	"yidanqing/data/blob"
)

// How long backups are kept: the last of each of 14 days, of each of 8 weeks, of each of 36 months.
const (
	keepDays   = 14
	keepWeeks  = 8
	keepMonths = 36
)

// surplus are the backups that no rule keeps. The list comes newest first. The two newest are always kept, and so is the
// one just made: where the clock of the PC was set back, it is not the newest by its date.
func surplus(list []upkeep.Backup, now time.Time, made string) []upkeep.Backup {
	rules := []struct {
		until time.Time
		name  func(time.Time) string
		seen  map[string]bool
	}{
		{now.AddDate(0, 0, -keepDays), func(t time.Time) string { return t.Format("2006-01-02") }, map[string]bool{}},
		{now.AddDate(0, 0, -7*keepWeeks), func(t time.Time) string { y, w := t.ISOWeek(); return fmt.Sprint(y, w) }, map[string]bool{}},
		{now.AddDate(0, -keepMonths, 0), func(t time.Time) string { return t.Format("2006-01") }, map[string]bool{}},
	}
	var out []upkeep.Backup
	for i, b := range list {
		keep := i < 2 || b.File == made
		at := b.At.In(now.Location())
		for _, r := range rules {
			if name := r.name(at); at.After(r.until) && !r.seen[name] {
				r.seen[name] = true
				keep = true
			}
		}
		if !keep {
			out = append(out, b)
		}
	}
	return out
}

// thin removes surplus backups and the files that only they needed.
func thin(ctx context.Context, folder string, now time.Time, made string) error {
	list, err := backupsIn(folder)
	if err != nil {
		return err
	}
	gone := surplus(list, now, made)
	if len(gone) == 0 {
		return nil
	}
	for _, b := range gone {
		for _, path := range []string{manifestPath(b.File), b.File} { // without its manifest it is no backup any more
			if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
				return err
			}
		}
	}
	return dropUnneeded(ctx, folder)
}

func dropUnneeded(ctx context.Context, folder string) error {
	list, err := backupsIn(folder)
	if err != nil {
		return err
	}
	needed := make(map[string]bool)
	for _, b := range list {
		digests, err := neededFiles(ctx, b.File)
		if err != nil {
			return err // better too many files than one too few
		}
		for _, d := range digests {
			needed[d] = true
		}
	}
	files := blob.Open(filepath.Join(folder, filesName))
	have, err := files.List(ctx)
	if err != nil {
		return err
	}
	for _, d := range have {
		if !needed[d] {
			if err := files.Delete(ctx, d); err != nil {
				return err
			}
		}
	}
	return nil
}
