package native

import (
	"path/filepath"
	"testing"
)

// TestTheLastFolderIsRemembered: a chosen file leaves its folder, a chosen folder itself, and each is told once.
func TestTheLastFolderIsRemembered(t *testing.T) {
	var told []string
	f := &Files{OnFolder: func(path string) { told = append(told, path) }}
	f.chosen(request{}, filepath.Join("优盘", "收文", "通知.docx"))
	f.chosen(request{}, filepath.Join("优盘", "收文", "另一份.docx"))
	f.chosen(request{folder: true}, filepath.Join("优盘", "备份"))
	if len(told) != 2 || told[0] != filepath.Join("优盘", "收文") || told[1] != filepath.Join("优盘", "备份") || f.Folder != told[1] {
		t.Errorf("told %v, begins in %s", told, f.Folder)
	}
}
