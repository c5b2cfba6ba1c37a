package file

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"
)

// MaxNotice is how large a file may be that is taken in as a notice, in bytes: several of them, unpacked and read, must
// have room on an office PC with 4 GB.
const MaxNotice = 64 << 20

// OpenNotice reads a file whole, as Open does, up to MaxNotice.
func OpenNotice(ctx context.Context, path string) ([]byte, error) { return open(ctx, path, MaxNotice) }

// mostFiles is how many files are taken at once; deepest how many folders that hold only folders are passed through.
const mostFiles, deepest = 1000, 3

// Expand puts the files of folders in place of the folders: those that lie in it directly, or, where it holds folders
// only, those of the folders in it. Files that programs leave behind are passed over. The notes tell, in words for the
// clerk, what was left out. A path that is not there any more stays as it is: reading it says so.
func Expand(ctx context.Context, paths []string) (files, notes []string, err error) {
	for _, p := range paths {
		info, err := os.Stat(p)
		if err != nil || !info.IsDir() {
			files = append(files, p)
			continue
		}
		found, note, err := inFolder(ctx, p, deepest)
		if err != nil {
			return nil, nil, err
		}
		files = append(files, found...)
		if note != "" {
			notes = append(notes, note)
		}
	}
	if n := len(files); n > mostFiles {
		files = files[:mostFiles]
		notes = append(notes, fmt.Sprintf("一次最多排 %d 个文件，其余 %d 个没有排入，请分批拖入。", mostFiles, n-mostFiles))
	}
	return files, notes, nil
}

// inFolder lists the files of a folder by name.
func inFolder(ctx context.Context, dir string, depth int) (files []string, note string, err error) {
	if err := ctx.Err(); err != nil {
		return nil, "", err
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, fmt.Sprintf("文件夹%s打不开，没有读入。请检查权限或 U 盘是否还连着。", called(dir)), nil
	}
	var folders []string
	for _, e := range entries {
		switch {
		case leftover(e.Name()):
		case e.IsDir():
			folders = append(folders, filepath.Join(dir, e.Name()))
		case e.Type().IsRegular():
			files = append(files, filepath.Join(dir, e.Name()))
		}
	}
	sort.Strings(files)
	switch {
	case len(files) == 0 && len(folders) > 0 && depth > 0:
		below := 0
		for _, f := range folders {
			more, n, err := inFolder(ctx, f, depth-1)
			if err != nil {
				return nil, "", err
			}
			if files = append(files, more...); n != "" {
				below++
			}
		}
		if below > 0 {
			note = fmt.Sprintf("文件夹%s里有 %d 个文件夹没有读全。需要的请单独拖入。", called(dir), below)
		}
	case len(files) == 0:
		note = fmt.Sprintf("文件夹%s里没有文件。", called(dir))
	case len(folders) > 0:
		note = fmt.Sprintf("文件夹%s：排入 %d 个文件，其中的 %d 个文件夹没有读。需要的请单独拖入。", called(dir), len(files), len(folders))
	}
	return files, note, nil
}

// leftover tells files that programs and systems leave behind: hidden ones, locks of Word and WPS, thumbnails.
func leftover(name string) bool {
	switch strings.ToLower(name) {
	case "thumbs.db", "desktop.ini", "__macosx":
		return true
	}
	return strings.HasPrefix(name, ".") || strings.HasPrefix(name, "~$") || strings.HasPrefix(name, ".~") || strings.HasSuffix(strings.ToLower(name), ".tmp")
}
