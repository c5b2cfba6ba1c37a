package command

import (
	"context"
	"fmt"
	"runtime"

	"yidanqing/app"
	"yidanqing/app/inquire"
	"yidanqing/app/upkeep"
)

const verifyUsage = `用法：
  yidanqing verify [--data 数据夹] [--json] 文书.pdf...
  yidanqing verify [--data 数据夹] [--json]

给出文书时，核对页面文字、校验码和附件是否一致（自洽）；给了 --data 时再核对与台账是否一致。
不给文书时，核对台账全部记录有没有被改动。

退出码：0 一致；1 有不一致或读不出；2 参数不对。`

func (t Tools) verifyCommand() Command {
	return Command{Name: "verify", Summary: "核验文书或台账有没有被改动", Usage: verifyUsage, Run: t.runVerify}
}

func (t Tools) runVerify(ctx context.Context, args []string, streams Streams) int {
	o, err := parse(args, "data", "json")
	if err != nil {
		complain(streams, err)
		return BadArgs
	}
	if len(o.rest) == 0 {
		return t.verifyLedger(ctx, o, streams)
	}
	code := OK
	for _, path := range o.rest {
		proof, err := t.verifyFile(ctx, o, path)
		switch {
		case err != nil:
			fmt.Fprintf(streams.Err, "%s：%s\n", path, app.ErrorMessage(err))
			code = Failed
			continue
		case !proof.Consistent || proof.InLedger != nil && !*proof.InLedger:
			code = Failed
		}
		if o.switches["json"] {
			if printJSON(streams.Out, proof) != nil {
				return Failed
			}
			continue
		}
		fmt.Fprintf(streams.Out, "%s：%s\n", path, proof.Message)
		for _, d := range proof.Differences {
			fmt.Fprintf(streams.Out, "  %s\n", d)
		}
		if words := proof.Standing.Words(); words != "" {
			fmt.Fprintf(streams.Out, "  %s\n", words)
		}
		if proof.Ours {
			fmt.Fprintf(streams.Out, "  %s\n", inquire.ProofLimits)
		}
	}
	return code
}

func (t Tools) verifyFile(ctx context.Context, o options, path string) (inquire.Proof, error) {
	data, err := t.Read(ctx, path)
	if err != nil {
		return inquire.Proof{}, err
	}
	proof, err := t.VerifyPaper(ctx, data)
	if err != nil || len(o.values["data"]) == 0 || !proof.Ours {
		return proof, err
	}
	d, err := t.OpenDesk(ctx, o.value("data"))
	if err != nil {
		return proof, err
	}
	proof, err = d.Inquire.Prove(ctx, proof)
	if e := d.Close(ctx); err == nil {
		err = e
	}
	return proof, err
}

func (t Tools) verifyLedger(ctx context.Context, o options, streams Streams) int {
	sound := true
	code := t.withDesk(ctx, o.value("data"), streams, func(d *Desk) error {
		v, err := d.Upkeep.Verify(ctx, nil)
		if err != nil {
			return err
		}
		sound = v.OK()
		if o.switches["json"] {
			return printJSON(streams.Out, v)
		}
		fmt.Fprintf(streams.Out, "记录 %d 条，来件 %d 件，文书 %d 份，文件 %d 个。台账摘要 %s\n", v.Events, v.Notices, v.Papers, v.Files, v.Digest)
		if v.OK() {
			fmt.Fprintln(streams.Out, "全部一致，没有改动。")
		}
		for _, x := range v.Damages {
			fmt.Fprintln(streams.Out, x)
		}
		return nil
	})
	if code == OK && !sound {
		return Failed
	}
	return code
}

const backupUsage = `用法：
  yidanqing backup [--data 数据夹] [--to 文件夹] [--json]

备份台账和文件，备份后当场核对。--to 可以是 U 盘上的文件夹；不给时放在数据夹的 backup 里。`

func (t Tools) backupCommand() Command {
	return Command{Name: "backup", Summary: "备份台账", Usage: backupUsage, Run: func(ctx context.Context, args []string, streams Streams) int {
		o, err := parse(args, "data to", "json")
		if err != nil {
			complain(streams, err)
			return BadArgs
		}
		return t.withDesk(ctx, o.value("data"), streams, func(d *Desk) error {
			b, err := d.Upkeep.Backup(ctx, o.value("to"))
			if err != nil {
				return err
			}
			if o.switches["json"] {
				return printJSON(streams.Out, b)
			}
			fmt.Fprintf(streams.Out, "已备份并核对：%s（来件 %d 件）\n", b.File, b.Notices)
			return nil
		})
	}}
}

const restoreUsage = `用法：
  yidanqing restore [--data 数据夹] [--json] 备份文件

先核对备份，再换上；现有数据不覆盖，移到旁边的文件夹保存。`

func (t Tools) restoreCommand() Command {
	return Command{Name: "restore", Summary: "从备份恢复", Usage: restoreUsage, Run: func(ctx context.Context, args []string, streams Streams) int {
		o, err := parse(args, "data", "json")
		if err == nil && len(o.rest) != 1 {
			err = app.Errorf(app.CodeInvalid, "请给出一个备份文件。")
		}
		if err != nil {
			complain(streams, err)
			return BadArgs
		}
		r, err := t.restore(ctx, o.value("data"), o.rest[0])
		if err != nil {
			complain(streams, err)
			return Failed
		}
		if o.switches["json"] {
			if printJSON(streams.Out, r) != nil {
				return Failed
			}
			return OK
		}
		fmt.Fprintf(streams.Out, "已恢复来件 %d 件。\n", r.Notices)
		if r.Aside != "" {
			fmt.Fprintf(streams.Out, "原来的数据保存在：%s\n", r.Aside)
		}
		return OK
	}}
}

// restore puts a backup in place, also where the ledger is so damaged that it does not open.
func (t Tools) restore(ctx context.Context, dir, backup string) (upkeep.Restored, error) {
	d, err := t.OpenDesk(ctx, dir)
	if app.ErrorCode(err) == app.CodeDamaged {
		return t.Rescue(ctx, dir, backup)
	}
	if err != nil {
		return upkeep.Restored{}, err
	}
	r, err := d.Upkeep.Restore(ctx, backup)
	if e := d.Close(ctx); err == nil {
		err = e
	}
	return r, err
}

func (t Tools) versionCommand() Command {
	return Command{Name: "version", Summary: "版本", Usage: "用法：yidanqing version [--json]", Run: func(_ context.Context, args []string, streams Streams) int {
		o, err := parse(args, "", "json")
		if err != nil {
			complain(streams, err)
			return BadArgs
		}
		if o.switches["json"] {
			if printJSON(streams.Out, map[string]string{"version": t.Version, "go": runtime.Version(), "system": runtime.GOOS + "/" + runtime.GOARCH}) != nil {
				return Failed
			}
			return OK
		}
		fmt.Fprintf(streams.Out, "一单清 %s（%s，%s/%s）\n", t.Version, runtime.Version(), runtime.GOOS, runtime.GOARCH)
		return OK
	}}
}
