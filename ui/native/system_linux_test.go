package native

import (
	"slices"
	"testing"
)

// TestChoosersBeginInTheLastFolder looks at what the desktop's choosers are asked.
func TestChoosersBeginInTheLastFolder(t *testing.T) {
	r := request{title: "打开", start: "/优盘/收文"}
	if args := zenityArgs(r); !slices.Contains(args, "--filename=/优盘/收文/") {
		t.Errorf("zenity %v", args)
	}
	if args := kdialogArgs(r); !slices.Contains(args, "/优盘/收文") {
		t.Errorf("kdialog %v", args)
	}
	if args := kdialogArgs(request{title: "打开", folder: true}); !slices.Contains(args, ".") {
		t.Errorf("kdialog %v", args)
	}
}
