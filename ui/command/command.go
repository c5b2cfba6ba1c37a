// Package command is the command line of 一单清: everything that the window does, for scripts and for machines without a
// display. It prints for people, or JSON where --json is given; exit codes are 0 done, 1 part of the input could not be
// read or the thing asked failed, 2 unusable arguments.
package command

import (
	"context"
	"fmt"
	"io"
	"sort"

	"yidanqing/app"
)

// Exit codes, as documented in the help.
const (
	OK      = 0
	Failed  = 1
	BadArgs = 2
)

// Streams are where a command reads and writes.
type Streams struct {
	In       io.Reader
	Out, Err io.Writer
}

// Command is one command of the program.
type Command struct {
	Name    string
	Summary string // one line for the overview
	Usage   string // the whole help, without the first line
	Hidden  bool   // for developers: not in the overview
	Run     func(ctx context.Context, args []string, io Streams) int
}

// Set is the commands of the program.
type Set struct {
	Version  string
	Commands []Command
}

// Find gives the command of a name, or nil.
func (s *Set) Find(name string) *Command {
	for i := range s.Commands {
		if s.Commands[i].Name == name {
			return &s.Commands[i]
		}
	}
	return nil
}

// Run runs the command that args names and gives its exit code.
func (s *Set) Run(ctx context.Context, args []string, io Streams) int {
	if len(args) == 0 || args[0] == "--help" || args[0] == "-h" || args[0] == "help" {
		if len(args) > 1 {
			if c := s.Find(args[1]); c != nil {
				c.help(io.Out)
				return OK
			}
		}
		s.overview(io.Out)
		return OK
	}
	if args[0] == "--version" {
		args[0] = "version"
	}
	c := s.Find(args[0])
	if c == nil {
		fmt.Fprintf(io.Err, "没有“%s”这个命令。用 yidanqing --help 看全部命令。\n", args[0])
		return BadArgs
	}
	for _, a := range args[1:] {
		if a == "--help" || a == "-h" {
			c.help(io.Out)
			return OK
		}
	}
	return c.Run(ctx, args[1:], io)
}

func (c *Command) help(w io.Writer) {
	fmt.Fprintf(w, "%s — %s\n\n%s\n", c.Name, c.Summary, c.Usage)
}

func (s *Set) overview(w io.Writer) {
	fmt.Fprintf(w, "一单清 %s：乡镇履职事项比对，离线运行。\n\n用法：yidanqing [命令] [选项]\n不带命令时打开窗口。\n\n命令：\n", s.Version)
	list := make([]Command, 0, len(s.Commands))
	for _, c := range s.Commands {
		if !c.Hidden {
			list = append(list, c)
		}
	}
	sort.SliceStable(list, func(i, k int) bool { return order[list[i].Name] < order[list[k].Name] })
	for _, c := range list {
		fmt.Fprintf(w, "  %-10s %s\n", c.Name, c.Summary)
	}
	fmt.Fprint(w, "\n每个命令都可加 --help 看详细用法。\n退出码：0 完成；1 有内容读不出或没有办成；2 参数不对。\n")
}

var order = map[string]int{"check": 1, "import": 2, "add": 3, "list": 4, "report": 5, "verify": 6, "backup": 7, "restore": 8, "office": 9, "rules": 10, "precedents": 11, "templates": 12, "demo": 13, "version": 14}

// complain prints an error for a person.
func complain(io Streams, err error) {
	fmt.Fprintln(io.Err, app.ErrorMessage(err))
}
