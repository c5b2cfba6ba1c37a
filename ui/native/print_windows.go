package native

import (
	"context"
	"fmt"
	"slices"
	"unsafe"

	"golang.org/x/sys/windows"

	"yidanqing/ui/kit"
)

// printerInfo is PRINTER_INFO_4W.
type printerInfo struct {
	name, server *uint16
	attributes   uint32
}

const (
	enumLocal       = 0x2
	enumConnections = 0x4
)

var winspool = windows.NewLazySystemDLL("winspool.drv")

// printers asks the spooler for the printers that are set up and connected.
func printers(context.Context) (kit.Printers, error) {
	var out kit.Printers
	enum := winspool.NewProc("EnumPrintersW")
	if err := enum.Find(); err != nil {
		return out, fmt.Errorf("spooler: %w: %w", err, errNoVerb)
	}
	var need, count uint32
	call := func(buffer *byte, size uint32) error {
		ok, _, err := enum.Call(enumLocal|enumConnections, 0, 4, uintptr(unsafe.Pointer(buffer)), uintptr(size),
			uintptr(unsafe.Pointer(&need)), uintptr(unsafe.Pointer(&count)))
		if ok == 0 {
			return fmt.Errorf("list printers: %w", err)
		}
		return nil
	}
	err := call(nil, 0)
	if need == 0 {
		return out, err // none, or the spooler does not run
	}
	buffer := make([]uint64, need/8+1) // aligned for the pointers in it
	if err := call((*byte)(unsafe.Pointer(&buffer[0])), need); err != nil {
		return out, err
	}
	for _, p := range unsafe.Slice((*printerInfo)(unsafe.Pointer(&buffer[0])), count) {
		out.Names = append(out.Names, windows.UTF16PtrToString(p.name))
	}
	slices.Sort(out.Names)
	out.Default = defaultPrinter()
	return out, nil
}

// defaultPrinter is the name of the default printer, empty if there is none.
func defaultPrinter() string {
	get := winspool.NewProc("GetDefaultPrinterW")
	if get.Find() != nil {
		return ""
	}
	name := make([]uint16, 512)
	size := uint32(len(name))
	if ok, _, _ := get.Call(uintptr(unsafe.Pointer(&name[0])), uintptr(unsafe.Pointer(&size))); ok == 0 {
		return ""
	}
	return windows.UTF16ToString(name)
}

// send has the program for PDF files print each file.
func send(ctx context.Context, job kit.PrintJob) error {
	return shellJob(ctx, job, defaultPrinter(), func(verb, path, args string) error { return execute(verb, path, args, windows.SW_HIDE) })
}
