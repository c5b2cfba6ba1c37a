package native

import (
	"fmt"
	"path/filepath"
	"runtime"
	"strings"
	"unicode/utf16"
	"unsafe"

	"golang.org/x/sys/windows"
)

// openFileName is OPENFILENAMEW of the common dialogs.
type openFileName struct {
	size            uint32
	owner, instance windows.Handle
	filter          *uint16
	customFilter    *uint16
	maxCustFilter   uint32
	filterIndex     uint32
	file            *uint16
	maxFile         uint32
	fileTitle       *uint16
	maxFileTitle    uint32
	initialDir      *uint16
	title           *uint16
	flags           uint32
	fileOffset      uint16
	fileExtension   uint16
	defExt          *uint16
	custData        uintptr
	hook            uintptr
	template        *uint16
	reserved        unsafe.Pointer
	reserved2       uint32
	flagsEx         uint32
}

// browseInfo is BROWSEINFOW of the shell.
type browseInfo struct {
	owner       windows.Handle
	root        uintptr
	displayName *uint16
	title       *uint16
	flags       uint32
	callback    uintptr
	param       uintptr
	image       int32
}

const (
	ofnAllowMulti    = 0x200
	ofnPathMustExist = 0x800
	ofnFileMustExist = 0x1000
	ofnExplorer      = 0x80000
	ofnHideReadOnly  = 0x4
	ofnNoChangeDir   = 0x8

	bifReturnOnlyFSDirs = 0x1
	bifNewDialogStyle   = 0x40

	maxNames = 64 << 10 // characters, for many files at once
)

// choose asks with the system's common dialogs.
func choose(r request) ([]string, error) {
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	if r.folder {
		return chooseFolder(r)
	}
	buffer := make([]uint16, maxNames)
	title, err := windows.UTF16PtrFromString(r.title)
	if err != nil {
		return nil, fmt.Errorf("title: %w", err)
	}
	filter := utf16.Encode([]rune(filterWords(r.extensions)))
	o := openFileName{file: &buffer[0], maxFile: maxNames, title: title, filter: &filter[0],
		flags: ofnExplorer | ofnFileMustExist | ofnPathMustExist | ofnHideReadOnly | ofnNoChangeDir}
	if r.many {
		o.flags |= ofnAllowMulti
	}
	if r.start != "" {
		if o.initialDir, err = windows.UTF16PtrFromString(r.start); err != nil {
			return nil, fmt.Errorf("folder: %w", err)
		}
	}
	o.size = uint32(unsafe.Sizeof(o))
	proc := windows.NewLazySystemDLL("comdlg32.dll").NewProc("GetOpenFileNameW")
	if err := proc.Find(); err != nil {
		return nil, fmt.Errorf("common dialog: %w: %w", err, errNoChooser)
	}
	if ok, _, _ := proc.Call(uintptr(unsafe.Pointer(&o))); ok == 0 {
		return nil, nil // cancelled
	}
	return names(buffer), nil
}

// filterWords is the filter of the dialog: pairs of words and patterns, each ended by a zero.
func filterWords(extensions []string) string {
	all := "全部文件\x00*.*\x00\x00"
	if len(extensions) == 0 {
		return all
	}
	globs := make([]string, len(extensions))
	for i, e := range extensions {
		globs[i] = "*." + e
	}
	return "可以读的文件\x00" + strings.Join(globs, ";") + "\x00" + all
}

// names reads the answer: one path, or a folder and the names in it, each ended by a zero.
func names(buffer []uint16) []string {
	var parts []string
	for at := 0; at < len(buffer) && buffer[at] != 0; {
		end := at
		for end < len(buffer) && buffer[end] != 0 {
			end++
		}
		parts = append(parts, string(utf16.Decode(buffer[at:end])))
		at = end + 1
	}
	if len(parts) < 2 {
		return parts
	}
	out := make([]string, 0, len(parts)-1)
	for _, name := range parts[1:] {
		out = append(out, parts[0]+`\`+name)
	}
	return out
}

func chooseFolder(r request) ([]string, error) {
	title, err := windows.UTF16PtrFromString(r.title)
	if err != nil {
		return nil, fmt.Errorf("title: %w", err)
	}
	shell := windows.NewLazySystemDLL("shell32.dll")
	browse, path := shell.NewProc("SHBrowseForFolderW"), shell.NewProc("SHGetPathFromIDListW")
	if err := browse.Find(); err != nil {
		return nil, fmt.Errorf("folder dialog: %w: %w", err, errNoChooser)
	}
	name := make([]uint16, windows.MAX_PATH)
	info := browseInfo{displayName: &name[0], title: title, flags: bifReturnOnlyFSDirs | bifNewDialogStyle}
	if err := windows.CoInitializeEx(0, windows.COINIT_APARTMENTTHREADED); err == nil {
		defer windows.CoUninitialize()
	}
	list, _, _ := browse.Call(uintptr(unsafe.Pointer(&info)))
	if list == 0 {
		return nil, nil // cancelled
	}
	defer windows.NewLazySystemDLL("ole32.dll").NewProc("CoTaskMemFree").Call(list) //nolint:errcheck // it returns nothing
	if ok, _, _ := path.Call(list, uintptr(unsafe.Pointer(&name[0]))); ok == 0 {
		return nil, nil
	}
	return []string{windows.UTF16ToString(name)}, nil
}

// show hands a file to the program that the system has for it.
func show(path string) error { return execute("open", path, "", windows.SW_SHOWNORMAL) }

// showIn opens the folder of a file with the file marked.
func showIn(path string) error {
	return execute("open", "explorer.exe", `/select,"`+filepath.Clean(path)+`"`, windows.SW_SHOWNORMAL)
}

// execute has the shell do something with a file; args may be empty.
func execute(verb, path, args string, window int32) error {
	v, err := windows.UTF16PtrFromString(verb)
	if err != nil {
		return fmt.Errorf("verb: %w", err)
	}
	p, err := windows.UTF16PtrFromString(path)
	if err != nil {
		return fmt.Errorf("path: %w", err)
	}
	var a *uint16
	if args != "" {
		if a, err = windows.UTF16PtrFromString(args); err != nil {
			return fmt.Errorf("arguments: %w", err)
		}
	}
	if err := windows.ShellExecute(0, v, p, a, nil, window); err != nil {
		return fmt.Errorf("%s: %w", verb, err)
	}
	return nil
}
