package command

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"yidanqing/app"
)

// Checker compares notices with one set of lists and registers.
type Checker interface {
	Check(ctx context.Context, id, text string, received app.Date) (app.Check, error)
}

// Sources names what a check is to be compared with; empty parts are left out.
type Sources struct {
	List      string   // a file
	Registers []string // KIND=FILE
	Rules     string   // a rule pack in place of the one that is built in
	Data      string   // data folder, whose lists, registers and history are used
}

// CheckTools are what the check command needs from outside.
type CheckTools struct {
	Open   func(ctx context.Context, s Sources) (Checker, error)
	Notice func(ctx context.Context, name string, data []byte) (app.Document, error)
	Read   func(ctx context.Context, path string) ([]byte, error)
	Today  func() app.Date
}

const checkUsage = `用法：
  yidanqing check [--list 清单] [--register 种类=文件]... [--rules 规则文件] [--data 数据夹] [--received 年-月-日] [--json] 来文...
  yidanqing check [--list 清单] ... --jsonl 输入.jsonl > 输出.jsonl

来文可以是 .txt、.docx、.xlsx、.ofd、.csv，或用 - 从标准输入读。不需要窗口和数据库。

  --list       履职事项清单，.xlsx、.docx、.csv 或 .tsv（UTF-8 或 GB18030）。不给时只按规则判断。
  --register   名录，可多次给：inspection=检查计划、form=数据采集目录、app=App与工作群名录、campaign=创建示范保留项目、meeting=会议计划
  --rules      用这份规则代替内置规则
  --data       用数据夹里的清单和名录
  --received   收到日期，相对时限从这天算起；不给时为今天
  --json       输出 JSON 数组，一件来文一个对象
  --jsonl      从文件逐行读 {"id","text","received"}，逐行输出结果

退出码：0 全部读出；1 有来文读不出；2 参数不对。`

// NewCheck makes the check command.
func NewCheck(t CheckTools) Command {
	return Command{Name: "check", Summary: "比对来文，给出建议和依据", Usage: checkUsage,
		Run: func(ctx context.Context, args []string, io Streams) int { return t.run(ctx, args, io) }}
}

func (t CheckTools) run(ctx context.Context, args []string, io Streams) int {
	o, err := parse(args, "list register rules data received jsonl", "json")
	if err != nil {
		complain(io, err)
		return BadArgs
	}
	received := t.Today()
	if v := o.value("received"); v != "" {
		if received, err = app.ParseDate(v); err != nil {
			complain(io, err)
			return BadArgs
		}
	}
	if o.value("jsonl") == "" && len(o.rest) == 0 {
		fmt.Fprintln(io.Err, "没有给出来文。加 --help 看用法。")
		return BadArgs
	}
	c, err := t.Open(ctx, Sources{List: o.value("list"), Registers: o.values["register"], Rules: o.value("rules"), Data: o.value("data")})
	if err != nil {
		complain(io, err)
		return BadArgs
	}
	if f := o.value("jsonl"); f != "" {
		return t.lines(ctx, c, f, received, io)
	}
	return t.files(ctx, c, o.rest, received, o.switches["json"], io)
}

// failure is the answer to a notice that could not be read.
type failure struct {
	ID    string `json:"id"`
	Error string `json:"error"`
}

// lines answers a file of one notice a line, in the same order.
func (t CheckTools) lines(ctx context.Context, c Checker, path string, received app.Date, io Streams) int {
	in := io.In
	if path != "-" {
		data, err := t.Read(ctx, path)
		if err != nil {
			complain(io, err)
			return BadArgs
		}
		in = bytes.NewReader(data)
	}
	out := bufio.NewWriter(io.Out)
	defer out.Flush()
	enc := json.NewEncoder(out)
	enc.SetEscapeHTML(false)
	code := OK
	r := bufio.NewReaderSize(in, 1<<20)
	for n := 1; ; n++ {
		line, err := r.ReadBytes('\n')
		if len(bytes.TrimSpace(line)) > 0 {
			answer, ok := t.line(ctx, c, n, line, received)
			if !ok {
				code = Failed
			}
			if err := enc.Encode(answer); err != nil {
				fmt.Fprintln(io.Err, "结果写不出去，已停止。请检查磁盘空间。")
				return Failed
			}
		}
		if err != nil {
			return code
		}
	}
}

// line answers one line; a line that cannot be read gives an error object.
func (t CheckTools) line(ctx context.Context, c Checker, n int, line []byte, received app.Date) (any, bool) {
	var in struct {
		ID       json.RawMessage `json:"id"`
		Text     *string         `json:"text"`
		Received string          `json:"received"`
	}
	id := fmt.Sprintf("第%d行", n)
	if err := json.Unmarshal(line, &in); err != nil {
		return failure{id, fmt.Sprintf("第 %d 行不是有效的 JSON。", n)}, false
	}
	if s := strings.Trim(string(in.ID), `"`); s != "" && s != "null" {
		id = s
	}
	if in.Text == nil {
		return failure{id, fmt.Sprintf("第 %d 行没有 text。", n)}, false
	}
	if in.Received != "" {
		d, err := app.ParseDate(in.Received)
		if err != nil {
			return failure{id, app.ErrorMessage(err)}, false
		}
		received = d
	}
	doc, err := t.Notice(ctx, "", []byte(*in.Text))
	if err != nil {
		return failure{id, app.ErrorMessage(err)}, false
	}
	_ = doc // only whether it can be read: offsets count runes of the text as given
	out, err := c.Check(ctx, id, *in.Text, received)
	if err != nil {
		return failure{id, app.ErrorMessage(err)}, false
	}
	return out, true
}

func (t CheckTools) files(ctx context.Context, c Checker, paths []string, received app.Date, asJSON bool, out Streams) int {
	code := OK
	answers := []any{}
	for i, path := range paths {
		text, err := t.text(ctx, path, out.In)
		var answer app.Check
		if err == nil {
			answer, err = c.Check(ctx, path, text, received)
		}
		switch {
		case err != nil && asJSON:
			answers = append(answers, failure{path, app.ErrorMessage(err)})
			code = Failed
		case err != nil:
			fmt.Fprintf(out.Err, "%s：%s\n", path, app.ErrorMessage(err))
			code = Failed
		case asJSON:
			answers = append(answers, answer)
		default:
			if i > 0 {
				fmt.Fprintln(out.Out)
			}
			Print(out.Out, answer)
		}
	}
	if asJSON {
		enc := json.NewEncoder(out.Out)
		enc.SetEscapeHTML(false)
		enc.SetIndent("", "  ")
		if err := enc.Encode(answers); err != nil {
			return Failed
		}
	}
	return code
}

func (t CheckTools) text(ctx context.Context, path string, stdin io.Reader) (string, error) {
	var data []byte
	var err error
	name := path
	if path == "-" {
		name = ""
		if data, err = io.ReadAll(stdin); err != nil {
			return "", app.WrapError(app.CodeInvalid, err, "标准输入读不出来。")
		}
	} else if data, err = t.Read(ctx, path); err != nil {
		return "", err
	}
	doc, err := t.Notice(ctx, name, data)
	if err != nil {
		return "", err
	}
	return doc.Text(), nil
}

// LocalToday is the day by the machine's clock.
func LocalToday() app.Date { return app.DateOf(time.Now()) }

// System are the streams of the process.
func System() Streams { return Streams{In: os.Stdin, Out: os.Stdout, Err: os.Stderr} }
