(module
 (type $0 (func (param i32 i32) (result i32)))
 (type $1 (func (param i32 i32 i32 i32) (result i32)))
 (type $2 (func (param i32 i32 i32) (result i64)))
 (type $3 (func (param i32 i32 i32) (result i32)))
 (type $4 (func (param i32 i32 i32 i32)))
 (type $5 (func (param i32 i32)))
 (type $6 (func (param i32 i32 i32 i32 f64) (result i32)))
 (type $7 (func (param i32 i32 i32 i32 i32)))
 (type $8 (func (param i32 i64 i32 i32) (result i64)))
 (type $9 (func (param i32 i64 f64) (result f64)))
 (type $10 (func (param i32 i32 i32 f64) (result i32)))
 (type $11 (func (param i32) (result i32)))
 (type $12 (func (param i32 i64 f64) (result i64)))
 (type $13 (func (param i32 i32 i32 i32 i32) (result i32)))
 (type $14 (func (param i64 i32 i32) (result i32)))
 (type $15 (func (param i32) (result f64)))
 (type $16 (func (param i32 i32 i32)))
 (type $17 (func (param i32 i64 i64 i32) (result i64)))
 (type $18 (func (param i32 i32 i32 i32 i32 f64) (result i32)))
 (type $19 (func (param i32 i32 i32 f64)))
 (type $20 (func (param i32)))
 (type $21 (func (param i32 i32 i32 i32 i32 i32) (result i32)))
 (type $22 (func (param i32 i64) (result i32)))
 (type $23 (func (param i32 i64 i32 i32) (result i32)))
 (type $24 (func (param i32 i64 f64) (result i32)))
 (type $25 (func (param i32 i64 i64 i32) (result i32)))
 (type $26 (func (param i64 i32 i32 i32) (result i32)))
 (type $27 (func (param i32 i64 i64 f64) (result i64)))
 (type $28 (func (param i64 i64) (result i64)))
 (type $29 (func (param f64 i32 i32) (result i32)))
 (type $30 (func (param i32 i32) (result i64)))
 (type $31 (func (param i32 i32 f64) (result i32)))
 (type $32 (func (param i32 i32 i32 i32 i32 i32 i32)))
 (type $33 (func (param i32 i32 i32 i32 i32 i32 i32 f64) (result i32)))
 (type $34 (func (param i32 i32 i32 i32) (result i64)))
 (type $35 (func (param i32 i64 i64 i64 f64) (result i64)))
 (type $36 (func (param i64 i32) (result f64)))
 (type $37 (func (param i64 i64 i32 i32) (result i64)))
 (type $38 (func (param i32 f64) (result i32)))
 (type $39 (func (param i64 i32 i32 i32 i32) (result i32)))
 (type $40 (func (param i64 i64 i64 i64) (result i64)))
 (type $41 (func (param i64 i32) (result i32)))
 (type $42 (func (param i32 i32 i32 i64 f64)))
 (type $43 (func (param i32 i64 i64 f64) (result f64)))
 (type $44 (func (param i32 i32 i64 f64) (result i64)))
 (type $45 (func (param i64 i64) (result i32)))
 (type $46 (func (param i64 i32 i32) (result i64)))
 (type $47 (func (param i32 i32 i64 i64 f64) (result i32)))
 (type $48 (func (param i32 i32 i32 i32 f64)))
 (type $49 (func (param i32 i32 f64) (result i64)))
 (type $50 (func (param i32 i64 f64 f64) (result i32)))
 (type $51 (func (param i32 i64 i32 f64) (result i64)))
 (type $52 (func (param i32 i32 f64 i32 f64) (result i32)))
 (type $53 (func (param i32 i32 i64 i32 i32) (result i32)))
 (type $54 (func (param i64 i64 i32 i32 i32)))
 (type $55 (func (param i32 i32 i32 i32 i32 i32 i32 i32 i32) (result i64)))
 (type $56 (func (param i32 i32 i32 i64) (result i32)))
 (type $57 (func (param i32 i64 i64) (result i32)))
 (type $58 (func (param i32 i64 i64 i64) (result i64)))
 (type $59 (func (param i32 i64) (result i64)))
 (type $60 (func (param i64 i64 i32 i32 i32) (result i64)))
 (type $61 (func (param i32 i32 f64 f64) (result i32)))
 (type $62 (func (param i32 i32 i32 i32 i32 i64 f64)))
 (type $63 (func (param i32 i32 i32 i32 i32 f64)))
 (type $64 (func (param i32 f64)))
 (type $65 (func (param i32 f64 f64) (result i32)))
 (type $66 (func (param i32 i32 i32 i32 i32 i32 i32 i32) (result i32)))
 (import "env" "memory" (memory $0 1 65536 shared))
 (data $0 (i32.const 1024) "\98/\8aB\91D7q\cf\fb\c0\b5\a5\db\b5\e9[\c2V9\f1\11\f1Y\a4\82?\92\d5^\1c\ab\98\aa\07\d8\01[\83\12\be\851$\c3}\0cUt]\ber\fe\b1\de\80\a7\06\dc\9bt\f1\9b\c1\c1i\9b\e4\86G\be\ef\c6\9d\c1\0f\cc\a1\0c$o,\e9-\aa\84tJ\dc\a9\b0\\\da\88\f9vRQ>\98m\c61\a8\c8\'\03\b0\c7\7fY\bf\f3\0b\e0\c6G\91\a7\d5Qc\ca\06g))\14\85\n\b7\'8!\1b.\fcm,M\13\r8STs\ne\bb\njv.\c9\c2\81\85,r\92\a1\e8\bf\a2Kf\1a\a8p\8bK\c2\a3Ql\c7\19\e8\92\d1$\06\99\d6\855\0e\f4p\a0j\10\16\c1\a4\19\08l7\1eLwH\'\b5\bc\b04\b3\0c\1c9J\aa\d8NO\ca\9c[\f3o.h\ee\82\8ftoc\a5x\14x\c8\84\08\02\c7\8c\fa\ff\be\90\eblP\a4\f7\a3\f9\be\f2xq\c6")
 (data $1 (i32.const 1280) "\00\00\00\00\9e\00\aa\cc}\07%B\e3\07\8f\8e\fa\0eJ\84d\0e\e0H\87\to\c6\19\t\c5\n\b5\1b\e5\d3+\1bO\1f\c8\1c\c0\91V\1cj]O\15\afW\d1\15\05\9b2\12\8a\15\ac\12 \d9\00\00\00\00+1\bb|Vbv\f9}S\cd\85\ed\c2\9d)\c6\f3&U\bb\a0\eb\d0\90\91P\ac\da\85;S\f1\b4\80/\8c\e7M\aa\a7\d6\f6\d67G\a6z\1cv\1d\06a%\d0\83J\14k\ff\00\00\00\00\b4\0bw\a6)\11\9f\97\9d\1a\e81\13$O\f4\a7/8R:5\d0c\8e>\a7\c5gN\ef3\d3E\98\95N_p\a4\faT\07\02tj\a0\c7\c0a\d7a]{?P\e9pH\f6\00\00\00\00\ce\9c\deg\9c9\bd\cfR\a5c\a8yu\0bD\b7\e9\d5#\e5L\b6\8b+\d0h\ec\f2\ea\16\88<v\c8\efn\d3\abG\a0Ou \8b\9f\1d\ccE\03\c3\ab\17\a6\a0\03\d9:~d\00\00\00\00\a5\d3\\\cb\0b\a1\c8M\aer\94\86\16B\91\9b\b3\91\cdP\1d\e3Y\d6\b80\05\1dm\82S\ec\c8Q\0f\'f#\9b\a1\c3\f0\c7j{\c0\c2w\de\13\9e\bcpa\n:\d5\b2V\f1\00\00\00\00\9b\02\d6\036\05\ac\07\ad\07z\04l\nX\0f\f7\08\8e\0cZ\0f\f4\08\c1\r\"\0b\d8\14\b0\1eC\16f\1d\ee\11\1c\19u\13\ca\1a\b4\1e\e8\11/\1c>\12\82\1bD\16\19\19\92\15\00\00\00\00\b0)`=`S\c0z\d0z\a0G\c0\a6\80\f5p\8f\e0\c8\a0\f5@\8f\10\dc \b2\c1Kp0qb\10\r\a1\18\b0J\111\d0w\01\ed\f0\c5\b1\c4\90\f8a\be0\bf\d1\97P\82\00\00\00\00\82\97\e0`\04/\c1\c1\86\b8!\a1IX\f3X\cb\cf\138Mw2\99\cf\e0\d2\f9\92\b0\e6\b1\10\'\06\d1\96\9f\'p\14\08\c7\10\db\e8\15\e9Y\7f\f5\89\df\c7\d4(]P4H\00\00\00\00eg\bc\b8\8b\c8\t\aa\ee\af\b5\12W\97b\8f2\f0\de7\dc_k%\b98\d7\9d\ef(\b4\c5\8aO\08}d\e0\bdo\01\87\01\d7\b8\bf\d6J\dd\d8j\f23w\df\e0V\10cX\00\00\00\00\9fW\19P>\af2\a0\a1\f8+\f0=X\14\9b\a2\0f\r\cb\03\f7&;\9c\a0?k;\b6Y\ed\a4\e1@\bd\05\19kM\9aNr\1d\06\eeMv\99\b9T&8A\7f\d6\a7\16f\86\00\00\00\007j\c2\01n\d4\84\03Y\beF\02\dc\a8\t\07\eb\c2\cb\06\b2|\8d\04\85\16O\05\b8Q\13\0e\8f;\d1\0f\d6\85\97\r\e1\efU\0cd\f9\1a\tS\93\d8\08\n-\9e\n=G\\\0b\00\00\00\00p\a3&\1c\e0FM8\90\e5k$\c0\8d\9ap\b0.\bcl \cb\d7HPh\f1T\80\1b5\e1\f0\b8\13\fd`]x\d9\10\fe^\c5@\96\af\9105\89\8d\a0\d0\e2\a9\d0s\c4\b5\00\00\00\00A1\1b\19\82b62\c3S-+\04\c5ldE\f4w}\86\a7ZV\c7\96AO\08\8a\d9\c8I\bb\c2\d1\8a\e8\ef\fa\cb\d9\f4\e3\0cO\b5\acM~\ae\b5\8e-\83\9e\cf\1c\98\87\00\00\00\00Q\12\c2J\a2$\84\95\f36F\df\05Oy\f0T]\bb\ba\a7k\fde\f6y?/K\98\83;\1a\8aAq\e9\bc\07\ae\b8\ae\c5\e4N\d7\fa\cb\1f\c58\81\ec\f3~^\bd\e1\bc\14\00\00\00\00\960\07w,a\0e\ee\baQ\t\99\19\c4m\07\8f\f4jp5\a5c\e9\a3\95d\9e2\88\db\0e\a4\b8\dcy\1e\e9\d5\e0\88\d9\d2\97+L\b6\t\bd|\b1~\07-\b8\e7\91\1d\bf\90\00\00\00\00d\10\b7\1d\c8 n;\ac0\d9&\90A\dcv\f4QkkXa\b2M<q\05P \83\b8\edD\93\0f\f0\e8\a3\d6\d6\8c\b3a\cb\b0\c2d\9b\d4\d2\d3\86x\e2\n\a0\1c\f2\bd\bd")
 (data $2 (i32.const 2304) "\04\00\00\00\00\00\00\00none\00\00\00\00")
 (data $3 (i32.const 2320) "\06\00\00\00\00\00\00\00active\00\00")
 (data $4 (i32.const 2336) "\05\00\00\00\00\00\00\00trial\00\00\00")
 (data $5 (i32.const 2352) "\05\00\00\00\00\00\00\00grace\00\00\00")
 (data $6 (i32.const 2368) "\08\00\00\00\00\00\00\00past_due")
 (data $7 (i32.const 2384) "\t\00\00\00\00\00\00\00suspended\00\00\00\00\00\00\00")
 (data $8 (i32.const 2408) "\03\00\00\00\00\00\00\00key\00\00\00\00\00")
 (data $9 (i32.const 2424) "\07\00\00\00\00\00\00\00session\00")
 (data $10 (i32.const 2440) "\03\00\00\00\00\00\00\00jwt\00\00\00\00\00")
 (export "evaluate" (func $assembly/index/evaluate))
 (export "evaluatePinned" (func $assembly/index/evaluatePinned))
 (export "evaluateMany" (func $assembly/index/evaluateMany))
 (export "trace" (func $assembly/index/trace))
 (export "unitHash" (func $assembly/index/unitHash))
 (export "hashKey" (func $assembly/index/hashKey))
 (export "decidePinned" (func $assembly/index/decidePinned))
 (export "hashSha256" (func $assembly/index/hashSha256))
 (export "hashHmac" (func $assembly/index/hashHmac))
 (export "makeHmac" (func $assembly/index/makeHmac))
 (export "siphash128" (func $assembly/index/siphash128))
 (export "hashIdentity" (func $assembly/index/hashIdentity))
 (export "hashLimitKey" (func $assembly/index/hashLimitKey))
 (export "indexFind" (func $assembly/index/indexFind))
 (export "indexNumber" (func $assembly/index/indexNumber))
 (export "indexInsert" (func $assembly/index/indexInsert))
 (export "indexRemove" (func $assembly/index/indexRemove))
 (export "admit" (func $assembly/identity/credential/admit))
 (export "block" (func $assembly/limits/admin/block))
 (export "crc32" (func $assembly/hash/crc32/crc32))
 (export "decide" (func $assembly/gate/decide/decide))
 (export "entries" (func $assembly/limits/admin/entries))
 (export "featureOf" (func $assembly/gate/decide/featureOf))
 (export "hashLines" (func $assembly/flags/set/hashLines))
 (export "hashText" (func $assembly/flags/set/hashText))
 (export "keyIdLength" (func $assembly/identity/key-shape/keyIdLength))
 (export "lockAll" (func $assembly/limits/lock/lockAll))
 (export "murmur3" (func $assembly/hash/murmur3/murmur3))
 (export "murmur3Prefix" (func $assembly/hash/prefix/murmur3Prefix))
 (export "partGranted" (func $assembly/limits/part/partGranted))
 (export "partLimit" (func $assembly/limits/part/partLimit))
 (export "partNextMs" (func $assembly/limits/part/partNextMs))
 (export "partRemaining" (func $assembly/limits/part/partRemaining))
 (export "partResetMs" (func $assembly/limits/part/partResetMs))
 (export "partRetryMs" (func $assembly/limits/part/partRetryMs))
 (export "peek" (func $assembly/limits/take/peek))
 (export "pin" (func $assembly/flags/pin/pin))
 (export "renewLease" (func $assembly/limits/settle/renewLease))
 (export "restoreEntry" (func $assembly/limits/admin/restoreEntry))
 (export "setOverride" (func $assembly/limits/admin/setOverride))
 (export "settleLease" (func $assembly/limits/settle/settleLease))
 (export "sweep" (func $assembly/limits/admin/sweep))
 (export "take" (func $assembly/limits/take/take))
 (export "takeOnce" (func $assembly/limits/request/takeOnce))
 (export "takeParts" (func $assembly/limits/take-parts/takeParts))
 (export "unlockAll" (func $assembly/limits/lock/unlockAll))
 (export "unpin" (func $assembly/flags/pin/unpin))
 (export "verify" (func $assembly/flags/verify/verify))
 (func $assembly/flags/to-number/toNumber (param $0 i64) (param $1 i32) (result f64)
  (local $2 i32)
  (local $3 i32)
  (local $4 i32)
  (local $5 i32)
  (local $6 i32)
  local.get $0
  i64.const -1970324836974592
  i64.lt_u
  if
   local.get $0
   f64.reinterpret_i64
   return
  end
  local.get $0
  i64.const 48
  i64.shr_u
  i32.wrap_i64
  local.tee $2
  i32.const 65529
  i32.eq
  if
   block $__inlined_func$assembly/number/parse/parseNumber$1030 (result f64)
    f64.const 0
    local.get $0
    i32.wrap_i64
    local.tee $2
    i32.const 8
    i32.add
    local.tee $3
    local.get $3
    local.get $2
    i32.load
    i32.add
    local.tee $2
    call $assembly/number/space/trimStart
    local.tee $4
    local.get $2
    call $assembly/number/space/trimEnd
    local.tee $3
    local.get $4
    i32.eq
    br_if $__inlined_func$assembly/number/parse/parseNumber$1030
    drop
    i64.const 9218868437227405312
    local.set $0
    local.get $4
    i32.load8_u
    local.tee $5
    i32.const 43
    i32.eq
    local.tee $2
    i32.eqz
    if
     local.get $5
     i32.const 45
     i32.eq
     local.set $2
    end
    block $__inlined_func$assembly/number/parse/parseLiteral$75
     local.get $3
     local.get $4
     i32.const 1
     i32.add
     local.get $4
     local.get $2
     select
     local.tee $4
     i32.sub
     local.tee $6
     i32.const 8
     i32.eq
     if (result i32)
      local.get $4
      i64.load
      i64.const 8751735898823355977
      i64.eq
     else
      i32.const 0
     end
     br_if $__inlined_func$assembly/number/parse/parseLiteral$75
     local.get $2
     i32.eqz
     local.get $6
     i32.const 1
     i32.gt_u
     i32.and
     if (result i32)
      local.get $4
      i32.load8_u
      i32.const 48
      i32.eq
     else
      i32.const 0
     end
     if
      local.get $4
      i32.const 1
      i32.add
      i32.load8_u
      i32.const 32
      i32.or
      local.tee $2
      i32.const 120
      i32.eq
      if
       local.get $4
       i32.const 2
       i32.add
       local.get $3
       i32.const 4
       call $assembly/number/parse/parseRadix
       local.set $0
       br $__inlined_func$assembly/number/parse/parseLiteral$75
      end
      local.get $2
      i32.const 111
      i32.eq
      if
       local.get $4
       i32.const 2
       i32.add
       local.get $3
       i32.const 3
       call $assembly/number/parse/parseRadix
       local.set $0
       br $__inlined_func$assembly/number/parse/parseLiteral$75
      end
      local.get $2
      i32.const 98
      i32.eq
      if
       local.get $4
       i32.const 2
       i32.add
       local.get $3
       i32.const 1
       call $assembly/number/parse/parseRadix
       local.set $0
       br $__inlined_func$assembly/number/parse/parseLiteral$75
      end
     end
     local.get $4
     local.get $3
     local.get $1
     call $assembly/number/parse/parseDecimal
     local.set $0
    end
    f64.const nan:0x8000000000000
    local.get $0
    i64.const 9221120237041090560
    i64.eq
    br_if $__inlined_func$assembly/number/parse/parseNumber$1030
    drop
    local.get $0
    i64.const -9223372036854775808
    i64.or
    local.get $0
    local.get $5
    i32.const 45
    i32.eq
    select
    f64.reinterpret_i64
   end
   return
  end
  local.get $2
  i32.const 65531
  i32.eq
  local.get $2
  i32.const 65530
  i32.eq
  i32.or
  if
   f64.const nan:0x8000000000000
   return
  end
  f64.const 0
  local.get $0
  i64.const 1
  i64.and
  f64.convert_i64_u
  local.get $2
  i32.const 65533
  i32.ge_u
  select
 )
 (func $assembly/flags/fractional/hashUnit (param $0 i32) (param $1 i64) (result i32)
  (local $2 i32)
  local.get $1
  i32.wrap_i64
  local.set $2
  local.get $0
  i32.eqz
  if
   i32.const 0
   i32.const 0
   i32.const 0
   local.get $2
   i32.const 8
   i32.add
   local.get $2
   i32.load
   call $assembly/hash/murmur3/murmur3After
   return
  end
  local.get $0
  i32.load offset=8
  local.get $0
  i32.load offset=12
  local.get $0
  i32.load offset=16
  local.get $2
  i32.const 8
  i32.add
  local.get $2
  i32.load
  call $assembly/hash/murmur3/murmur3After
 )
 (func $assembly/hash/siphash/siphash (param $0 i64) (param $1 i64) (param $2 i32) (param $3 i32) (result i64)
  (local $4 i64)
  (local $5 i64)
  (local $6 i64)
  (local $7 i64)
  (local $8 i32)
  (local $9 i32)
  (local $10 i32)
  (local $11 i64)
  local.get $0
  i64.const 8317987319222330741
  i64.xor
  local.set $5
  local.get $1
  i64.const 7237128888997146477
  i64.xor
  local.set $6
  local.get $0
  i64.const 7816392313619706465
  i64.xor
  local.set $4
  local.get $1
  i64.const 8387220255154660723
  i64.xor
  local.set $7
  local.get $2
  local.get $3
  i32.const -8
  i32.and
  i32.add
  local.set $10
  local.get $3
  i64.extend_i32_u
  i64.const 56
  i64.shl
  local.set $1
  i32.const 4
  local.set $8
  loop $while-continue|0
   local.get $8
   i32.const 0
   i32.gt_s
   if
    i64.const 0
    local.set $0
    local.get $2
    local.get $10
    i32.lt_u
    if
     local.get $2
     i64.load
     local.set $0
     local.get $2
     i32.const 8
     i32.add
     local.set $2
    else
     local.get $8
     i32.const 4
     i32.eq
     if
      local.get $3
      i32.const 7
      i32.and
      local.set $9
      loop $for-loop|1
       local.get $9
       if
        local.get $1
        local.get $2
        local.get $9
        i32.add
        i32.const 1
        i32.sub
        i64.load8_u
        local.get $9
        i32.const 1
        i32.sub
        local.tee $9
        i32.const 3
        i32.shl
        i64.extend_i32_u
        i64.shl
        i64.or
        local.set $1
        br $for-loop|1
       end
      end
      local.get $1
      local.set $0
     else
      local.get $4
      i64.const 255
      i64.xor
      local.get $4
      local.get $8
      i32.const 3
      i32.eq
      select
      local.set $4
     end
     local.get $8
     i32.const 1
     i32.sub
     local.set $8
    end
    local.get $0
    local.get $7
    i64.xor
    local.tee $7
    local.get $4
    i64.add
    local.tee $4
    local.get $5
    local.get $6
    i64.add
    local.tee $5
    local.get $6
    i64.const 13
    i64.rotl
    i64.xor
    local.tee $6
    i64.add
    local.tee $11
    local.get $6
    i64.const 17
    i64.rotl
    i64.xor
    local.set $6
    local.get $7
    i64.const 16
    i64.rotl
    local.get $4
    i64.xor
    local.tee $4
    local.get $5
    i64.const 32
    i64.rotl
    i64.add
    local.tee $5
    local.get $4
    i64.const 21
    i64.rotl
    i64.xor
    local.set $7
    local.get $11
    i64.const 32
    i64.rotl
    local.set $4
    local.get $0
    local.get $5
    i64.xor
    local.set $5
    br $while-continue|0
   end
  end
  local.get $5
  local.get $6
  i64.xor
  local.get $4
  i64.xor
  local.get $7
  i64.xor
 )
 (func $assembly/limits/cell/usable (param $0 i32) (param $1 i64) (param $2 f64) (result i64)
  (local $3 i64)
  (local $4 i64)
  (local $5 i32)
  local.get $0
  i32.load offset=40
  local.tee $5
  i32.eqz
  if
   local.get $0
   i64.load offset=16
   local.get $1
   local.get $0
   i64.load
   local.get $2
   f64.const 1e3
   f64.const 1
   local.get $0
   i32.load offset=24
   local.tee $5
   i32.const 1
   i32.eq
   select
   f64.const 1e6
   local.get $5
   select
   f64.mul
   i64.trunc_sat_f64_s
   i64.mul
   i64.sub
   local.tee $1
   i64.const 0
   local.get $1
   i64.const 0
   i64.gt_s
   select
   i64.sub
   local.tee $1
   i64.const 0
   i64.le_s
   if (result i64)
    i64.const 0
   else
    local.get $1
    local.get $0
    i64.load offset=8
    i64.div_s
   end
   return
  end
  local.get $5
  i32.const 4
  i32.eq
  if
   local.get $0
   local.get $1
   local.get $2
   call $assembly/limits/sliding/slidingUsable
   return
  end
  local.get $5
  i32.const 6
  i32.eq
  if
   local.get $1
   i32.wrap_i64
   local.set $5
   i64.const 0
   local.set $1
   local.get $0
   i64.load32_u offset=28
   local.get $5
   if (result i64)
    local.get $5
    i64.load32_u offset=8
    local.set $3
    local.get $2
    f64.const 1e3
    f64.mul
    i64.trunc_sat_f64_s
    local.get $0
    i64.load offset=32
    i64.sub
    local.set $4
    loop $while-continue|0
     local.get $1
     local.get $3
     i64.lt_s
     if (result i32)
      local.get $5
      local.get $1
      i32.wrap_i64
      i32.const 3
      i32.shl
      i32.add
      i64.load offset=32
      local.get $4
      i64.le_s
     else
      i32.const 0
     end
     if
      local.get $1
      i64.const 1
      i64.add
      local.set $1
      br $while-continue|0
     end
    end
    local.get $5
    i64.load32_u offset=8
    local.get $1
    i64.sub
   else
    i64.const 0
   end
   i64.sub
   local.tee $1
   i64.const 0
   local.get $1
   i64.const 0
   i64.gt_s
   select
   return
  end
  local.get $5
  i32.const 5
  i32.eq
  if
   local.get $0
   i64.load32_u offset=28
   local.get $1
   i64.sub
   local.tee $1
   i64.const 0
   local.get $1
   i64.const 0
   i64.gt_s
   select
   return
  end
  local.get $0
  i64.load32_u offset=28
  local.get $0
  local.get $1
  local.get $2
  call $assembly/limits/window/windowUsed
  i64.sub
  local.tee $1
  i64.const 0
  local.get $1
  i64.const 0
  i64.gt_s
  select
 )
 (func $assembly/flags/cbor/writeHead (param $0 i32) (param $1 i64) (param $2 i32) (param $3 i32) (result i32)
  local.get $2
  i32.eqz
  local.get $3
  local.get $2
  i32.sub
  i32.const 9
  i32.lt_u
  i32.or
  if
   i32.const 0
   return
  end
  local.get $1
  i64.const 24
  i64.lt_u
  if
   local.get $2
   local.get $0
   local.get $1
   i32.wrap_i64
   i32.or
   i32.store8
   local.get $2
   i32.const 1
   i32.add
   return
  end
  local.get $1
  i64.const 256
  i64.lt_u
  if
   local.get $2
   local.get $0
   i32.const 24
   i32.or
   i32.store8
   local.get $2
   local.get $1
   i64.store8 offset=1
   local.get $2
   i32.const 2
   i32.add
   return
  end
  local.get $1
  i64.const 65536
  i64.lt_u
  if
   local.get $2
   local.get $0
   i32.const 25
   i32.or
   i32.store8
   local.get $2
   local.get $1
   i32.wrap_i64
   local.tee $0
   i32.const 8
   i32.shl
   local.get $0
   i32.const 65535
   i32.and
   i32.const 8
   i32.shr_u
   i32.or
   i32.store16 offset=1
   local.get $2
   i32.const 3
   i32.add
   return
  end
  local.get $1
  i64.const 4294967296
  i64.lt_u
  if
   local.get $2
   local.get $0
   i32.const 26
   i32.or
   i32.store8
   local.get $2
   local.get $1
   i32.wrap_i64
   local.tee $0
   i32.const -16711936
   i32.and
   i32.const 8
   i32.rotl
   local.get $0
   i32.const 16711935
   i32.and
   i32.const 8
   i32.rotr
   i32.or
   i32.store offset=1
   local.get $2
   i32.const 5
   i32.add
   return
  end
  local.get $2
  local.get $0
  i32.const 27
  i32.or
  i32.store8
  local.get $2
  local.get $1
  i64.const 8
  i64.shr_u
  i64.const 71777214294589695
  i64.and
  local.get $1
  i64.const 71777214294589695
  i64.and
  i64.const 8
  i64.shl
  i64.or
  local.tee $1
  i64.const 16
  i64.shr_u
  i64.const 281470681808895
  i64.and
  local.get $1
  i64.const 281470681808895
  i64.and
  i64.const 16
  i64.shl
  i64.or
  i64.const 32
  i64.rotr
  i64.store offset=1
  local.get $2
  i32.const 9
  i32.add
 )
 (func $assembly/number/big/bigTimesTwos (param $0 i32) (param $1 i32)
  (local $2 i32)
  (local $3 i64)
  (local $4 i32)
  (local $5 i32)
  local.get $1
  i32.const 31
  i32.and
  local.tee $2
  if
   block $__inlined_func$assembly/number/big/bigMultiplyAdd$1019
    i32.const 1
    local.get $2
    i32.shl
    local.set $5
    local.get $0
    i32.const 4
    i32.add
    local.tee $2
    local.get $0
    i32.load
    i32.const 2
    i32.shl
    i32.add
    local.set $4
    loop $for-loop|0
     local.get $2
     local.get $4
     i32.lt_u
     if
      local.get $2
      local.get $3
      local.get $2
      i64.load32_u
      local.get $5
      i64.extend_i32_u
      i64.mul
      i64.add
      local.tee $3
      i64.store32
      local.get $3
      i64.const 32
      i64.shr_u
      local.set $3
      local.get $2
      i32.const 4
      i32.add
      local.set $2
      br $for-loop|0
     end
    end
    local.get $3
    i64.eqz
    br_if $__inlined_func$assembly/number/big/bigMultiplyAdd$1019
    local.get $4
    local.get $3
    i64.store32
    local.get $0
    local.get $0
    i32.load
    i32.const 1
    i32.add
    i32.store
   end
  end
  local.get $1
  i32.const 5
  i32.shr_u
  local.tee $1
  i32.eqz
  if
   return
  end
  local.get $0
  i32.const 4
  i32.add
  local.tee $2
  local.get $1
  i32.const 2
  i32.shl
  local.tee $4
  i32.add
  local.get $2
  local.get $2
  local.get $0
  i32.load
  i32.const 2
  i32.shl
  i32.add
  local.get $2
  i32.sub
  memory.copy
  local.get $2
  i32.const 0
  local.get $4
  memory.fill
  local.get $0
  local.get $0
  i32.load
  local.get $1
  i32.add
  i32.store
 )
 (func $assembly/limits/window/isLive (param $0 i32) (param $1 i64) (param $2 f64) (result i32)
  (local $3 i32)
  (local $4 i64)
  local.get $1
  local.get $0
  i64.load32_u offset=48
  i64.shr_s
  local.set $1
  local.get $0
  i32.load offset=40
  i32.const 2
  i32.eq
  if
   local.get $2
   local.get $1
   i64.const 1000
   i64.const 1
   local.get $0
   i32.load offset=44
   i32.const 8
   i32.and
   select
   i64.mul
   f64.convert_i64_s
   f64.lt
   return
  end
  block $__inlined_func$assembly/limits/window/ordinalAt$44 (result i64)
   local.get $0
   i32.load offset=40
   local.tee $3
   i32.const 3
   i32.eq
   if
    local.get $0
    i64.load offset=96
    br $__inlined_func$assembly/limits/window/ordinalAt$44
   end
   local.get $0
   i64.load offset=32
   local.set $4
   local.get $3
   i32.const 2
   i32.eq
   if
    local.get $2
    f64.ceil
    i64.trunc_sat_f64_s
    local.get $4
    i64.add
    i64.const 1000
    i64.const 1
    local.get $0
    i32.load offset=44
    i32.const 8
    i32.and
    select
    local.tee $4
    i64.add
    i64.const 1
    i64.sub
    local.get $4
    i64.div_s
    br $__inlined_func$assembly/limits/window/ordinalAt$44
   end
   local.get $2
   i64.trunc_sat_f64_s
   i32.const 8448
   f64.load
   i64.trunc_sat_f64_s
   i64.add
   local.get $4
   i64.div_s
   local.get $0
   i64.load offset=72
   i64.sub
   local.tee $4
   i64.const 0
   local.get $4
   i64.const 0
   i64.gt_s
   select
  end
  local.get $1
  i64.le_s
 )
 (func $assembly/limits/settle/endLeases (param $0 i32) (param $1 f64) (result i32)
  (local $2 i32)
  (local $3 i32)
  (local $4 i32)
  (local $5 i32)
  (local $6 i32)
  i32.const 8464
  f64.load
  local.get $1
  f64.le
  if (result i32)
   local.get $0
   i32.load offset=112
   local.set $5
   local.get $0
   i32.const 2240
   i32.add
   local.set $6
   local.get $0
   i32.const 0
   local.get $1
   call $assembly/limits/lease/nextEnded
   local.set $4
   loop $for-loop|0
    local.get $4
    local.get $5
    i32.lt_u
    if
     local.get $0
     i32.load offset=108
     local.get $0
     i32.load offset=112
     i32.const 63
     i32.add
     i32.const 6
     i32.shr_u
     i32.const 3
     i32.shl
     i32.const 63
     i32.add
     i32.const -64
     i32.and
     i32.add
     local.get $4
     i32.const 6
     i32.shl
     i32.add
     local.set $3
     local.get $2
     i32.const 1
     block $__inlined_func$assembly/limits/lease/beginEnding$1364 (result i32)
      local.get $0
      i32.load offset=144
      local.tee $2
      i32.const 3
      i32.and
      i32.const 2
      i32.eq
      if
       local.get $3
       local.get $1
       f64.store offset=48
       local.get $2
       local.get $3
       local.get $2
       local.get $2
       i32.const -32
       i32.and
       i32.const 3
       i32.or
       i32.atomic.rmw.cmpxchg
       i32.eq
       br $__inlined_func$assembly/limits/lease/beginEnding$1364
      end
      local.get $3
      local.get $1
      f64.store offset=48
      local.get $2
      local.get $3
      local.get $2
      local.get $2
      i32.const 5
      i32.shr_u
      i32.const 1
      i32.add
      i32.const 5
      i32.shl
      i32.const 3
      i32.or
      i32.atomic.rmw.cmpxchg
      i32.eq
     end
     if (result i32)
      local.get $0
      local.get $4
      local.get $3
      i32.atomic.load
      i32.const 5
      i32.shr_u
      local.get $3
      i32.load offset=44
      if (result i32)
       i32.const 0
      else
       local.get $3
       i32.load offset=40
      end
      local.get $6
      local.get $1
      call $assembly/limits/settle/adjust
      i32.const 1
      i32.eq
     else
      i32.const 1
     end
     select
     local.set $2
     local.get $0
     local.get $4
     i32.const 1
     i32.add
     local.get $1
     call $assembly/limits/lease/nextEnded
     local.set $4
     br $for-loop|0
    end
   end
   i32.const -1
   i32.const 1
   local.get $2
   select
  else
   i32.const 1
  end
 )
 (func $assembly/hash/sha256/sha256Block (param $0 i32) (param $1 i32)
  (local $2 i32)
  (local $3 i32)
  (local $4 i32)
  (local $5 i32)
  (local $6 i32)
  (local $7 i32)
  (local $8 i32)
  (local $9 i32)
  (local $10 i32)
  (local $11 i32)
  (local $12 i32)
  (local $13 i32)
  (local $14 i32)
  (local $15 i32)
  (local $16 i32)
  (local $17 i32)
  (local $18 i32)
  (local $19 i32)
  (local $20 i32)
  (local $21 i32)
  (local $22 i32)
  (local $23 i32)
  (local $24 i32)
  (local $25 i32)
  (local $26 i32)
  (local $27 i32)
  (local $28 i32)
  local.get $0
  i32.load
  local.set $4
  local.get $0
  i32.load offset=4
  local.set $3
  local.get $0
  i32.load offset=8
  local.set $9
  local.get $0
  i32.load offset=12
  local.set $6
  local.get $0
  i32.load offset=16
  local.set $5
  local.get $0
  i32.load offset=20
  local.set $7
  local.get $0
  i32.load offset=24
  local.set $2
  local.get $0
  i32.load offset=28
  local.set $8
  local.get $1
  i32.load
  local.tee $10
  i32.const -16711936
  i32.and
  i32.const 8
  i32.rotl
  local.get $10
  i32.const 16711935
  i32.and
  i32.const 8
  i32.rotr
  i32.or
  local.set $10
  local.get $1
  i32.const 4
  i32.add
  i32.load
  local.tee $11
  i32.const -16711936
  i32.and
  i32.const 8
  i32.rotl
  local.get $11
  i32.const 16711935
  i32.and
  i32.const 8
  i32.rotr
  i32.or
  local.set $11
  local.get $1
  i32.const 8
  i32.add
  i32.load
  local.tee $12
  i32.const -16711936
  i32.and
  i32.const 8
  i32.rotl
  local.get $12
  i32.const 16711935
  i32.and
  i32.const 8
  i32.rotr
  i32.or
  local.set $12
  local.get $1
  i32.const 12
  i32.add
  i32.load
  local.tee $13
  i32.const -16711936
  i32.and
  i32.const 8
  i32.rotl
  local.get $13
  i32.const 16711935
  i32.and
  i32.const 8
  i32.rotr
  i32.or
  local.set $13
  local.get $1
  i32.const 16
  i32.add
  i32.load
  local.tee $14
  i32.const -16711936
  i32.and
  i32.const 8
  i32.rotl
  local.get $14
  i32.const 16711935
  i32.and
  i32.const 8
  i32.rotr
  i32.or
  local.set $14
  local.get $1
  i32.const 20
  i32.add
  i32.load
  local.tee $15
  i32.const -16711936
  i32.and
  i32.const 8
  i32.rotl
  local.get $15
  i32.const 16711935
  i32.and
  i32.const 8
  i32.rotr
  i32.or
  local.set $15
  local.get $1
  i32.const 24
  i32.add
  i32.load
  local.tee $16
  i32.const -16711936
  i32.and
  i32.const 8
  i32.rotl
  local.get $16
  i32.const 16711935
  i32.and
  i32.const 8
  i32.rotr
  i32.or
  local.set $16
  local.get $1
  i32.const 28
  i32.add
  i32.load
  local.tee $17
  i32.const -16711936
  i32.and
  i32.const 8
  i32.rotl
  local.get $17
  i32.const 16711935
  i32.and
  i32.const 8
  i32.rotr
  i32.or
  local.set $17
  local.get $1
  i32.const 32
  i32.add
  i32.load
  local.tee $18
  i32.const -16711936
  i32.and
  i32.const 8
  i32.rotl
  local.get $18
  i32.const 16711935
  i32.and
  i32.const 8
  i32.rotr
  i32.or
  local.set $18
  local.get $1
  i32.const 36
  i32.add
  i32.load
  local.tee $19
  i32.const -16711936
  i32.and
  i32.const 8
  i32.rotl
  local.get $19
  i32.const 16711935
  i32.and
  i32.const 8
  i32.rotr
  i32.or
  local.set $19
  local.get $1
  i32.const 40
  i32.add
  i32.load
  local.tee $20
  i32.const -16711936
  i32.and
  i32.const 8
  i32.rotl
  local.get $20
  i32.const 16711935
  i32.and
  i32.const 8
  i32.rotr
  i32.or
  local.set $20
  local.get $1
  i32.const 44
  i32.add
  i32.load
  local.tee $21
  i32.const -16711936
  i32.and
  i32.const 8
  i32.rotl
  local.get $21
  i32.const 16711935
  i32.and
  i32.const 8
  i32.rotr
  i32.or
  local.set $21
  local.get $1
  i32.const 48
  i32.add
  i32.load
  local.tee $22
  i32.const -16711936
  i32.and
  i32.const 8
  i32.rotl
  local.get $22
  i32.const 16711935
  i32.and
  i32.const 8
  i32.rotr
  i32.or
  local.set $22
  local.get $1
  i32.const 52
  i32.add
  i32.load
  local.tee $23
  i32.const -16711936
  i32.and
  i32.const 8
  i32.rotl
  local.get $23
  i32.const 16711935
  i32.and
  i32.const 8
  i32.rotr
  i32.or
  local.set $23
  local.get $1
  i32.const 56
  i32.add
  i32.load
  local.tee $24
  i32.const -16711936
  i32.and
  i32.const 8
  i32.rotl
  local.get $24
  i32.const 16711935
  i32.and
  i32.const 8
  i32.rotr
  i32.or
  local.set $24
  local.get $1
  i32.const 60
  i32.add
  i32.load
  local.tee $1
  i32.const -16711936
  i32.and
  i32.const 8
  i32.rotl
  local.get $1
  i32.const 16711935
  i32.and
  i32.const 8
  i32.rotr
  i32.or
  local.set $25
  i32.const 1024
  local.set $1
  loop $while-continue|0
   local.get $11
   local.get $1
   i32.load offset=4
   i32.add
   local.get $2
   i32.add
   local.get $7
   local.get $10
   local.get $1
   i32.load
   i32.add
   local.get $8
   i32.add
   local.get $2
   local.get $5
   local.get $2
   local.get $7
   i32.xor
   i32.and
   i32.xor
   i32.add
   local.get $5
   i32.const 6
   i32.rotr
   local.get $5
   i32.const 11
   i32.rotr
   i32.xor
   local.get $5
   i32.const 25
   i32.rotr
   i32.xor
   i32.add
   local.tee $2
   local.get $6
   i32.add
   local.tee $6
   local.get $5
   local.get $7
   i32.xor
   i32.and
   i32.xor
   i32.add
   local.get $6
   i32.const 6
   i32.rotr
   local.get $6
   i32.const 11
   i32.rotr
   i32.xor
   local.get $6
   i32.const 25
   i32.rotr
   i32.xor
   i32.add
   local.tee $8
   local.get $9
   i32.add
   local.set $26
   local.get $13
   local.get $1
   i32.load offset=12
   i32.add
   local.get $5
   i32.add
   local.get $6
   local.get $12
   local.get $1
   i32.load offset=8
   i32.add
   local.get $7
   i32.add
   local.get $5
   local.get $26
   local.get $5
   local.get $6
   i32.xor
   i32.and
   i32.xor
   i32.add
   local.get $26
   i32.const 6
   i32.rotr
   local.get $26
   i32.const 11
   i32.rotr
   i32.xor
   local.get $26
   i32.const 25
   i32.rotr
   i32.xor
   i32.add
   local.tee $5
   local.get $3
   i32.add
   local.tee $7
   local.get $6
   local.get $26
   i32.xor
   i32.and
   i32.xor
   i32.add
   local.get $7
   i32.const 6
   i32.rotr
   local.get $7
   i32.const 11
   i32.rotr
   i32.xor
   local.get $7
   i32.const 25
   i32.rotr
   i32.xor
   i32.add
   local.tee $27
   local.get $4
   i32.add
   local.set $28
   local.get $2
   local.get $4
   i32.const 2
   i32.rotr
   local.get $4
   i32.const 13
   i32.rotr
   i32.xor
   local.get $4
   i32.const 22
   i32.rotr
   i32.xor
   local.get $3
   local.get $3
   local.get $4
   i32.xor
   local.tee $2
   local.get $3
   local.get $9
   i32.xor
   i32.and
   i32.xor
   i32.add
   i32.add
   local.tee $3
   local.get $4
   i32.xor
   local.set $9
   local.get $8
   local.get $3
   i32.const 2
   i32.rotr
   local.get $3
   i32.const 13
   i32.rotr
   i32.xor
   local.get $3
   i32.const 22
   i32.rotr
   i32.xor
   local.get $4
   local.get $2
   local.get $9
   i32.and
   i32.xor
   i32.add
   i32.add
   local.tee $2
   local.get $3
   i32.xor
   local.set $4
   local.get $5
   local.get $2
   i32.const 2
   i32.rotr
   local.get $2
   i32.const 13
   i32.rotr
   i32.xor
   local.get $2
   i32.const 22
   i32.rotr
   i32.xor
   local.get $3
   local.get $4
   local.get $9
   i32.and
   i32.xor
   i32.add
   i32.add
   local.tee $5
   local.get $2
   i32.xor
   local.set $8
   local.get $15
   local.get $1
   i32.load offset=20
   i32.add
   local.get $26
   i32.add
   local.get $7
   local.get $14
   local.get $1
   i32.load offset=16
   i32.add
   local.get $6
   i32.add
   local.get $26
   local.get $28
   local.get $7
   local.get $26
   i32.xor
   i32.and
   i32.xor
   i32.add
   local.get $28
   i32.const 6
   i32.rotr
   local.get $28
   i32.const 11
   i32.rotr
   i32.xor
   local.get $28
   i32.const 25
   i32.rotr
   i32.xor
   i32.add
   local.tee $6
   local.get $3
   i32.add
   local.tee $3
   local.get $7
   local.get $28
   i32.xor
   i32.and
   i32.xor
   i32.add
   local.get $3
   i32.const 6
   i32.rotr
   local.get $3
   i32.const 11
   i32.rotr
   i32.xor
   local.get $3
   i32.const 25
   i32.rotr
   i32.xor
   i32.add
   local.tee $9
   local.get $2
   i32.add
   local.set $26
   local.get $27
   local.get $5
   i32.const 2
   i32.rotr
   local.get $5
   i32.const 13
   i32.rotr
   i32.xor
   local.get $5
   i32.const 22
   i32.rotr
   i32.xor
   local.get $2
   local.get $4
   local.get $8
   i32.and
   i32.xor
   i32.add
   i32.add
   local.tee $2
   local.get $17
   local.get $1
   i32.load offset=28
   i32.add
   local.get $28
   i32.add
   local.get $3
   local.get $16
   local.get $1
   i32.load offset=24
   i32.add
   local.get $7
   i32.add
   local.get $28
   local.get $26
   local.get $3
   local.get $28
   i32.xor
   i32.and
   i32.xor
   i32.add
   local.get $26
   i32.const 6
   i32.rotr
   local.get $26
   i32.const 11
   i32.rotr
   i32.xor
   local.get $26
   i32.const 25
   i32.rotr
   i32.xor
   i32.add
   local.tee $4
   local.get $5
   i32.add
   local.tee $7
   local.get $3
   local.get $26
   i32.xor
   i32.and
   i32.xor
   i32.add
   local.get $7
   i32.const 6
   i32.rotr
   local.get $7
   i32.const 11
   i32.rotr
   i32.xor
   local.get $7
   i32.const 25
   i32.rotr
   i32.xor
   i32.add
   local.tee $27
   i32.add
   local.set $28
   local.get $6
   local.get $2
   i32.const 2
   i32.rotr
   local.get $2
   i32.const 13
   i32.rotr
   i32.xor
   local.get $2
   i32.const 22
   i32.rotr
   i32.xor
   local.get $5
   local.get $2
   local.get $5
   i32.xor
   local.tee $5
   local.get $8
   i32.and
   i32.xor
   i32.add
   i32.add
   local.tee $6
   local.get $2
   i32.xor
   local.set $8
   local.get $9
   local.get $6
   i32.const 2
   i32.rotr
   local.get $6
   i32.const 13
   i32.rotr
   i32.xor
   local.get $6
   i32.const 22
   i32.rotr
   i32.xor
   local.get $2
   local.get $5
   local.get $8
   i32.and
   i32.xor
   i32.add
   i32.add
   local.tee $2
   local.get $6
   i32.xor
   local.set $5
   local.get $4
   local.get $2
   i32.const 2
   i32.rotr
   local.get $2
   i32.const 13
   i32.rotr
   i32.xor
   local.get $2
   i32.const 22
   i32.rotr
   i32.xor
   local.get $6
   local.get $5
   local.get $8
   i32.and
   i32.xor
   i32.add
   i32.add
   local.tee $4
   local.get $2
   i32.xor
   local.set $8
   local.get $19
   local.get $1
   i32.load offset=36
   i32.add
   local.get $26
   i32.add
   local.get $7
   local.get $18
   local.get $1
   i32.load offset=32
   i32.add
   local.get $3
   i32.add
   local.get $26
   local.get $28
   local.get $7
   local.get $26
   i32.xor
   i32.and
   i32.xor
   i32.add
   local.get $28
   i32.const 6
   i32.rotr
   local.get $28
   i32.const 11
   i32.rotr
   i32.xor
   local.get $28
   i32.const 25
   i32.rotr
   i32.xor
   i32.add
   local.tee $3
   local.get $6
   i32.add
   local.tee $6
   local.get $7
   local.get $28
   i32.xor
   i32.and
   i32.xor
   i32.add
   local.get $6
   i32.const 6
   i32.rotr
   local.get $6
   i32.const 11
   i32.rotr
   i32.xor
   local.get $6
   i32.const 25
   i32.rotr
   i32.xor
   i32.add
   local.tee $9
   local.get $2
   i32.add
   local.set $26
   local.get $27
   local.get $4
   i32.const 2
   i32.rotr
   local.get $4
   i32.const 13
   i32.rotr
   i32.xor
   local.get $4
   i32.const 22
   i32.rotr
   i32.xor
   local.get $2
   local.get $5
   local.get $8
   i32.and
   i32.xor
   i32.add
   i32.add
   local.tee $2
   local.get $21
   local.get $1
   i32.load offset=44
   i32.add
   local.get $28
   i32.add
   local.get $6
   local.get $20
   local.get $1
   i32.load offset=40
   i32.add
   local.get $7
   i32.add
   local.get $28
   local.get $26
   local.get $6
   local.get $28
   i32.xor
   i32.and
   i32.xor
   i32.add
   local.get $26
   i32.const 6
   i32.rotr
   local.get $26
   i32.const 11
   i32.rotr
   i32.xor
   local.get $26
   i32.const 25
   i32.rotr
   i32.xor
   i32.add
   local.tee $5
   local.get $4
   i32.add
   local.tee $7
   local.get $6
   local.get $26
   i32.xor
   i32.and
   i32.xor
   i32.add
   local.get $7
   i32.const 6
   i32.rotr
   local.get $7
   i32.const 11
   i32.rotr
   i32.xor
   local.get $7
   i32.const 25
   i32.rotr
   i32.xor
   i32.add
   local.tee $27
   i32.add
   local.set $28
   local.get $3
   local.get $2
   i32.const 2
   i32.rotr
   local.get $2
   i32.const 13
   i32.rotr
   i32.xor
   local.get $2
   i32.const 22
   i32.rotr
   i32.xor
   local.get $4
   local.get $2
   local.get $4
   i32.xor
   local.tee $3
   local.get $8
   i32.and
   i32.xor
   i32.add
   i32.add
   local.tee $8
   local.get $2
   i32.xor
   local.set $4
   local.get $9
   local.get $8
   i32.const 2
   i32.rotr
   local.get $8
   i32.const 13
   i32.rotr
   i32.xor
   local.get $8
   i32.const 22
   i32.rotr
   i32.xor
   local.get $2
   local.get $3
   local.get $4
   i32.and
   i32.xor
   i32.add
   i32.add
   local.tee $2
   local.get $8
   i32.xor
   local.set $9
   local.get $5
   local.get $2
   i32.const 2
   i32.rotr
   local.get $2
   i32.const 13
   i32.rotr
   i32.xor
   local.get $2
   i32.const 22
   i32.rotr
   i32.xor
   local.get $8
   local.get $4
   local.get $9
   i32.and
   i32.xor
   i32.add
   i32.add
   local.tee $3
   local.get $2
   i32.xor
   local.set $4
   local.get $27
   local.get $3
   i32.const 2
   i32.rotr
   local.get $3
   i32.const 13
   i32.rotr
   i32.xor
   local.get $3
   i32.const 22
   i32.rotr
   i32.xor
   local.get $2
   local.get $4
   local.get $9
   i32.and
   i32.xor
   i32.add
   i32.add
   local.tee $27
   local.get $25
   local.get $1
   i32.load offset=60
   i32.add
   local.get $28
   i32.add
   local.get $24
   local.get $1
   i32.load offset=56
   i32.add
   local.get $7
   i32.add
   local.get $28
   local.get $23
   local.get $1
   i32.load offset=52
   i32.add
   local.get $26
   i32.add
   local.get $7
   local.get $22
   local.get $1
   i32.load offset=48
   i32.add
   local.get $6
   i32.add
   local.get $26
   local.get $28
   local.get $7
   local.get $26
   i32.xor
   i32.and
   i32.xor
   i32.add
   local.get $28
   i32.const 6
   i32.rotr
   local.get $28
   i32.const 11
   i32.rotr
   i32.xor
   local.get $28
   i32.const 25
   i32.rotr
   i32.xor
   i32.add
   local.tee $6
   local.get $8
   i32.add
   local.tee $8
   local.get $7
   local.get $28
   i32.xor
   i32.and
   i32.xor
   i32.add
   local.get $8
   i32.const 6
   i32.rotr
   local.get $8
   i32.const 11
   i32.rotr
   i32.xor
   local.get $8
   i32.const 25
   i32.rotr
   i32.xor
   i32.add
   local.tee $9
   local.get $2
   i32.add
   local.tee $2
   local.get $8
   local.get $28
   i32.xor
   i32.and
   i32.xor
   i32.add
   local.get $2
   i32.const 6
   i32.rotr
   local.get $2
   i32.const 11
   i32.rotr
   i32.xor
   local.get $2
   i32.const 25
   i32.rotr
   i32.xor
   i32.add
   local.tee $26
   local.get $3
   i32.add
   local.tee $7
   local.get $2
   local.get $8
   i32.xor
   i32.and
   local.get $8
   i32.xor
   i32.add
   local.get $7
   i32.const 6
   i32.rotr
   local.get $7
   i32.const 11
   i32.rotr
   i32.xor
   local.get $7
   i32.const 25
   i32.rotr
   i32.xor
   i32.add
   local.tee $28
   i32.add
   local.set $5
   local.get $27
   local.get $6
   local.get $27
   i32.const 2
   i32.rotr
   local.get $27
   i32.const 13
   i32.rotr
   i32.xor
   local.get $27
   i32.const 22
   i32.rotr
   i32.xor
   local.get $3
   local.get $3
   local.get $27
   i32.xor
   local.tee $3
   local.get $4
   i32.and
   i32.xor
   i32.add
   i32.add
   local.tee $6
   i32.xor
   local.set $4
   local.get $6
   local.get $9
   local.get $6
   i32.const 2
   i32.rotr
   local.get $6
   i32.const 13
   i32.rotr
   i32.xor
   local.get $6
   i32.const 22
   i32.rotr
   i32.xor
   local.get $27
   local.get $3
   local.get $4
   i32.and
   i32.xor
   i32.add
   i32.add
   local.tee $9
   i32.xor
   local.set $27
   local.get $28
   local.get $26
   local.get $9
   i32.const 2
   i32.rotr
   local.get $9
   i32.const 13
   i32.rotr
   i32.xor
   local.get $9
   i32.const 22
   i32.rotr
   i32.xor
   local.get $6
   local.get $4
   local.get $27
   i32.and
   i32.xor
   i32.add
   i32.add
   local.tee $3
   i32.const 2
   i32.rotr
   local.get $3
   i32.const 13
   i32.rotr
   i32.xor
   local.get $3
   i32.const 22
   i32.rotr
   i32.xor
   local.get $9
   local.get $3
   local.get $9
   i32.xor
   local.get $27
   i32.and
   i32.xor
   i32.add
   i32.add
   local.set $4
   local.get $1
   i32.const -64
   i32.sub
   local.tee $1
   i32.const 1280
   i32.ne
   if
    local.get $11
    i32.const 3
    i32.shr_u
    local.get $11
    local.get $11
    i32.const 11
    i32.rotr
    i32.xor
    i32.const 7
    i32.rotr
    i32.xor
    local.get $10
    i32.add
    local.get $19
    i32.add
    local.get $24
    i32.const 10
    i32.shr_u
    local.get $24
    local.get $24
    i32.const 2
    i32.rotr
    i32.xor
    i32.const 17
    i32.rotr
    i32.xor
    i32.add
    local.set $10
    local.get $12
    i32.const 3
    i32.shr_u
    local.get $12
    local.get $12
    i32.const 11
    i32.rotr
    i32.xor
    i32.const 7
    i32.rotr
    i32.xor
    local.get $11
    i32.add
    local.get $20
    i32.add
    local.get $25
    i32.const 10
    i32.shr_u
    local.get $25
    local.get $25
    i32.const 2
    i32.rotr
    i32.xor
    i32.const 17
    i32.rotr
    i32.xor
    i32.add
    local.set $11
    local.get $13
    i32.const 3
    i32.shr_u
    local.get $13
    local.get $13
    i32.const 11
    i32.rotr
    i32.xor
    i32.const 7
    i32.rotr
    i32.xor
    local.get $12
    i32.add
    local.get $21
    i32.add
    local.get $10
    i32.const 10
    i32.shr_u
    local.get $10
    local.get $10
    i32.const 2
    i32.rotr
    i32.xor
    i32.const 17
    i32.rotr
    i32.xor
    i32.add
    local.set $12
    local.get $14
    i32.const 3
    i32.shr_u
    local.get $14
    local.get $14
    i32.const 11
    i32.rotr
    i32.xor
    i32.const 7
    i32.rotr
    i32.xor
    local.get $13
    i32.add
    local.get $22
    i32.add
    local.get $11
    i32.const 10
    i32.shr_u
    local.get $11
    local.get $11
    i32.const 2
    i32.rotr
    i32.xor
    i32.const 17
    i32.rotr
    i32.xor
    i32.add
    local.set $13
    local.get $15
    i32.const 3
    i32.shr_u
    local.get $15
    local.get $15
    i32.const 11
    i32.rotr
    i32.xor
    i32.const 7
    i32.rotr
    i32.xor
    local.get $14
    i32.add
    local.get $23
    i32.add
    local.get $12
    i32.const 10
    i32.shr_u
    local.get $12
    local.get $12
    i32.const 2
    i32.rotr
    i32.xor
    i32.const 17
    i32.rotr
    i32.xor
    i32.add
    local.set $14
    local.get $16
    i32.const 3
    i32.shr_u
    local.get $16
    local.get $16
    i32.const 11
    i32.rotr
    i32.xor
    i32.const 7
    i32.rotr
    i32.xor
    local.get $15
    i32.add
    local.get $24
    i32.add
    local.get $13
    i32.const 10
    i32.shr_u
    local.get $13
    local.get $13
    i32.const 2
    i32.rotr
    i32.xor
    i32.const 17
    i32.rotr
    i32.xor
    i32.add
    local.set $15
    local.get $17
    i32.const 3
    i32.shr_u
    local.get $17
    local.get $17
    i32.const 11
    i32.rotr
    i32.xor
    i32.const 7
    i32.rotr
    i32.xor
    local.get $16
    i32.add
    local.get $25
    i32.add
    local.get $14
    i32.const 10
    i32.shr_u
    local.get $14
    local.get $14
    i32.const 2
    i32.rotr
    i32.xor
    i32.const 17
    i32.rotr
    i32.xor
    i32.add
    local.set $16
    local.get $18
    i32.const 3
    i32.shr_u
    local.get $18
    local.get $18
    i32.const 11
    i32.rotr
    i32.xor
    i32.const 7
    i32.rotr
    i32.xor
    local.get $17
    i32.add
    local.get $10
    i32.add
    local.get $15
    i32.const 10
    i32.shr_u
    local.get $15
    local.get $15
    i32.const 2
    i32.rotr
    i32.xor
    i32.const 17
    i32.rotr
    i32.xor
    i32.add
    local.set $17
    local.get $19
    i32.const 3
    i32.shr_u
    local.get $19
    local.get $19
    i32.const 11
    i32.rotr
    i32.xor
    i32.const 7
    i32.rotr
    i32.xor
    local.get $18
    i32.add
    local.get $11
    i32.add
    local.get $16
    i32.const 10
    i32.shr_u
    local.get $16
    local.get $16
    i32.const 2
    i32.rotr
    i32.xor
    i32.const 17
    i32.rotr
    i32.xor
    i32.add
    local.set $18
    local.get $20
    i32.const 3
    i32.shr_u
    local.get $20
    local.get $20
    i32.const 11
    i32.rotr
    i32.xor
    i32.const 7
    i32.rotr
    i32.xor
    local.get $19
    i32.add
    local.get $12
    i32.add
    local.get $17
    i32.const 10
    i32.shr_u
    local.get $17
    local.get $17
    i32.const 2
    i32.rotr
    i32.xor
    i32.const 17
    i32.rotr
    i32.xor
    i32.add
    local.set $19
    local.get $21
    i32.const 3
    i32.shr_u
    local.get $21
    local.get $21
    i32.const 11
    i32.rotr
    i32.xor
    i32.const 7
    i32.rotr
    i32.xor
    local.get $20
    i32.add
    local.get $13
    i32.add
    local.get $18
    i32.const 10
    i32.shr_u
    local.get $18
    local.get $18
    i32.const 2
    i32.rotr
    i32.xor
    i32.const 17
    i32.rotr
    i32.xor
    i32.add
    local.set $20
    local.get $22
    i32.const 3
    i32.shr_u
    local.get $22
    local.get $22
    i32.const 11
    i32.rotr
    i32.xor
    i32.const 7
    i32.rotr
    i32.xor
    local.get $21
    i32.add
    local.get $14
    i32.add
    local.get $19
    i32.const 10
    i32.shr_u
    local.get $19
    local.get $19
    i32.const 2
    i32.rotr
    i32.xor
    i32.const 17
    i32.rotr
    i32.xor
    i32.add
    local.set $21
    local.get $23
    i32.const 3
    i32.shr_u
    local.get $23
    local.get $23
    i32.const 11
    i32.rotr
    i32.xor
    i32.const 7
    i32.rotr
    i32.xor
    local.get $22
    i32.add
    local.get $15
    i32.add
    local.get $20
    i32.const 10
    i32.shr_u
    local.get $20
    local.get $20
    i32.const 2
    i32.rotr
    i32.xor
    i32.const 17
    i32.rotr
    i32.xor
    i32.add
    local.set $22
    local.get $24
    i32.const 3
    i32.shr_u
    local.get $24
    local.get $24
    i32.const 11
    i32.rotr
    i32.xor
    i32.const 7
    i32.rotr
    i32.xor
    local.get $23
    i32.add
    local.get $16
    i32.add
    local.get $21
    i32.const 10
    i32.shr_u
    local.get $21
    local.get $21
    i32.const 2
    i32.rotr
    i32.xor
    i32.const 17
    i32.rotr
    i32.xor
    i32.add
    local.set $23
    local.get $25
    i32.const 3
    i32.shr_u
    local.get $25
    local.get $25
    i32.const 11
    i32.rotr
    i32.xor
    i32.const 7
    i32.rotr
    i32.xor
    local.get $24
    i32.add
    local.get $17
    i32.add
    local.get $22
    i32.const 10
    i32.shr_u
    local.get $22
    local.get $22
    i32.const 2
    i32.rotr
    i32.xor
    i32.const 17
    i32.rotr
    i32.xor
    i32.add
    local.set $24
    local.get $10
    i32.const 3
    i32.shr_u
    local.get $10
    local.get $10
    i32.const 11
    i32.rotr
    i32.xor
    i32.const 7
    i32.rotr
    i32.xor
    local.get $25
    i32.add
    local.get $18
    i32.add
    local.get $23
    i32.const 10
    i32.shr_u
    local.get $23
    local.get $23
    i32.const 2
    i32.rotr
    i32.xor
    i32.const 17
    i32.rotr
    i32.xor
    i32.add
    local.set $25
    br $while-continue|0
   end
  end
  local.get $0
  local.get $0
  i32.load
  local.get $4
  i32.add
  i32.store
  local.get $0
  local.get $0
  i32.load offset=4
  local.get $3
  i32.add
  i32.store offset=4
  local.get $0
  local.get $0
  i32.load offset=8
  local.get $9
  i32.add
  i32.store offset=8
  local.get $0
  local.get $0
  i32.load offset=12
  local.get $6
  i32.add
  i32.store offset=12
  local.get $0
  local.get $0
  i32.load offset=16
  local.get $5
  i32.add
  i32.store offset=16
  local.get $0
  local.get $0
  i32.load offset=20
  local.get $7
  i32.add
  i32.store offset=20
  local.get $0
  local.get $0
  i32.load offset=24
  local.get $2
  i32.add
  i32.store offset=24
  local.get $0
  local.get $0
  i32.load offset=28
  local.get $8
  i32.add
  i32.store offset=28
 )
 (func $assembly/flags/compare/compare (param $0 i32) (param $1 i64) (param $2 i64) (param $3 i32) (result i32)
  (local $4 f64)
  (local $5 i32)
  (local $6 i32)
  (local $7 i32)
  (local $8 f64)
  (local $9 i32)
  (local $10 i32)
  (local $11 i32)
  (local $12 i32)
  local.get $0
  i32.const 2
  i32.eq
  if
   local.get $1
   local.get $2
   call $assembly/flags/compare/strictEquals
   return
  end
  local.get $0
  i32.const 3
  i32.eq
  if
   local.get $1
   local.get $2
   call $assembly/flags/compare/strictEquals
   i32.eqz
   return
  end
  local.get $2
  i64.const -1970324836974592
  i64.lt_u
  local.get $1
  i64.const -1970324836974592
  i64.lt_u
  i32.and
  if
   local.get $2
   f64.reinterpret_i64
   local.tee $4
   local.get $4
   f64.eq
   local.get $1
   f64.reinterpret_i64
   local.tee $8
   local.get $8
   f64.eq
   i32.and
   if (result i32)
    block $__inlined_func$assembly/flags/compare/compareNumbers$85 (result i32)
     block $case5|0
      block $case4|0
       block $case3|0
        block $case2|0
         block $case1|0
          block $case0|0
           local.get $0
           br_table $case0|0 $case1|0 $case5|0 $case5|0 $case2|0 $case3|0 $case4|0 $case5|0
          end
          local.get $4
          local.get $8
          f64.eq
          br $__inlined_func$assembly/flags/compare/compareNumbers$85
         end
         local.get $4
         local.get $8
         f64.ne
         br $__inlined_func$assembly/flags/compare/compareNumbers$85
        end
        local.get $4
        local.get $8
        f64.gt
        br $__inlined_func$assembly/flags/compare/compareNumbers$85
       end
       local.get $4
       local.get $8
       f64.ge
       br $__inlined_func$assembly/flags/compare/compareNumbers$85
      end
      local.get $4
      local.get $8
      f64.lt
      br $__inlined_func$assembly/flags/compare/compareNumbers$85
     end
     local.get $4
     local.get $8
     f64.le
    end
   else
    i32.const 2
   end
   return
  end
  local.get $1
  i64.const 48
  i64.shr_u
  i32.wrap_i64
  i32.const 65529
  i32.eq
  local.tee $6
  local.get $2
  i64.const 48
  i64.shr_u
  i32.wrap_i64
  i32.const 65529
  i32.eq
  local.tee $7
  i32.and
  if
   local.get $1
   i32.wrap_i64
   local.set $6
   local.get $2
   i32.wrap_i64
   local.set $7
   block $__inlined_func$assembly/flags/compare/compareTexts$1031 (result i32)
    local.get $0
    i32.eqz
    if
     local.get $6
     i32.load
     local.tee $5
     local.get $7
     i32.load
     i32.eq
     if (result i32)
      local.get $7
      i32.const 8
      i32.add
      local.set $3
      local.get $6
      i32.const 8
      i32.add
      local.tee $0
      local.get $5
      i32.const -8
      i32.and
      i32.add
      local.set $6
      block $__inlined_func$assembly/flags/text/equalWords$55 (result i32)
       loop $for-loop|0
        local.get $0
        local.get $6
        i32.lt_u
        if
         i32.const 0
         local.get $0
         i64.load
         local.get $3
         i64.load
         i64.ne
         br_if $__inlined_func$assembly/flags/text/equalWords$55
         drop
         local.get $0
         i32.const 8
         i32.add
         local.set $0
         local.get $3
         i32.const 8
         i32.add
         local.set $3
         br $for-loop|0
        end
       end
       i32.const 1
       local.get $5
       i32.const 7
       i32.and
       i64.extend_i32_u
       i64.const 3
       i64.shl
       local.tee $1
       i64.eqz
       br_if $__inlined_func$assembly/flags/text/equalWords$55
       drop
       local.get $0
       i64.load
       local.get $3
       i64.load
       i64.xor
       i64.const 64
       local.get $1
       i64.sub
       i64.shl
       i64.eqz
      end
     else
      i32.const 0
     end
     br $__inlined_func$assembly/flags/compare/compareTexts$1031
    end
    local.get $0
    i32.const 1
    i32.eq
    if
     local.get $6
     i32.load
     local.tee $5
     local.get $7
     i32.load
     i32.eq
     if (result i32)
      local.get $7
      i32.const 8
      i32.add
      local.set $3
      local.get $6
      i32.const 8
      i32.add
      local.tee $0
      local.get $5
      i32.const -8
      i32.and
      i32.add
      local.set $6
      block $__inlined_func$assembly/flags/text/equalWords$550 (result i32)
       loop $for-loop|01
        local.get $0
        local.get $6
        i32.lt_u
        if
         i32.const 0
         local.get $0
         i64.load
         local.get $3
         i64.load
         i64.ne
         br_if $__inlined_func$assembly/flags/text/equalWords$550
         drop
         local.get $0
         i32.const 8
         i32.add
         local.set $0
         local.get $3
         i32.const 8
         i32.add
         local.set $3
         br $for-loop|01
        end
       end
       i32.const 1
       local.get $5
       i32.const 7
       i32.and
       i64.extend_i32_u
       i64.const 3
       i64.shl
       local.tee $1
       i64.eqz
       br_if $__inlined_func$assembly/flags/text/equalWords$550
       drop
       local.get $0
       i64.load
       local.get $3
       i64.load
       i64.xor
       i64.const 64
       local.get $1
       i64.sub
       i64.shl
       i64.eqz
      end
     else
      i32.const 0
     end
     i32.eqz
     br $__inlined_func$assembly/flags/compare/compareTexts$1031
    end
    local.get $6
    i32.const 8
    i32.add
    local.set $9
    local.get $7
    i32.const 8
    i32.add
    local.set $10
    local.get $6
    i32.load
    local.tee $3
    local.get $7
    i32.load
    local.tee $6
    local.get $3
    local.get $6
    i32.lt_u
    select
    local.set $11
    block $__inlined_func$assembly/flags/text/compareText$3
     loop $for-loop|02
      local.get $5
      local.get $11
      i32.lt_u
      if
       local.get $5
       local.get $9
       i32.add
       i32.load8_u
       local.tee $7
       local.get $5
       local.get $10
       i32.add
       i32.load8_u
       local.tee $12
       i32.ne
       if
        i32.const -1
        i32.const 1
        local.get $7
        i32.const 240
        i32.ge_u
        local.tee $5
        select
        local.set $3
        local.get $12
        i32.const 238
        i32.ge_u
        local.get $7
        i32.const 238
        i32.ge_u
        i32.and
        local.get $5
        local.get $12
        i32.const 240
        i32.ge_u
        i32.ne
        i32.and
        br_if $__inlined_func$assembly/flags/text/compareText$3
        i32.const -1
        i32.const 1
        local.get $7
        local.get $12
        i32.lt_s
        select
        local.set $3
        br $__inlined_func$assembly/flags/text/compareText$3
       end
       local.get $5
       i32.const 1
       i32.add
       local.set $5
       br $for-loop|02
      end
     end
     local.get $3
     local.get $6
     i32.gt_u
     local.get $3
     local.get $6
     i32.lt_u
     i32.sub
     local.set $3
    end
    block $__inlined_func$assembly/flags/compare/ordered$66 (result i32)
     block $case3|01
      block $case2|02
       block $case1|03
        block $case0|04
         local.get $0
         i32.const 4
         i32.sub
         br_table $case0|04 $case1|03 $case2|02 $case3|01
        end
        local.get $3
        i32.const 0
        i32.lt_s
        br $__inlined_func$assembly/flags/compare/ordered$66
       end
       local.get $3
       i32.const 0
       i32.le_s
       br $__inlined_func$assembly/flags/compare/ordered$66
      end
      local.get $3
      i32.const 0
      i32.gt_s
      br $__inlined_func$assembly/flags/compare/ordered$66
     end
     local.get $3
     i32.const 0
     i32.ge_s
    end
   end
   return
  end
  local.get $2
  i64.const -844424930131968
  i64.eq
  local.get $7
  i32.or
  local.get $1
  i64.const -844424930131968
  i64.eq
  local.get $6
  i32.or
  i32.and
  if
   local.get $1
   local.get $2
   i64.eq
   if
    block $__inlined_func$assembly/flags/compare/compareNumbers$90 (result i32)
     block $case5|01
      block $case4|02
       block $case3|03
        block $case2|04
         block $case1|05
          block $case0|06
           local.get $0
           br_table $case0|06 $case1|05 $case5|01 $case5|01 $case2|04 $case3|03 $case4|02 $case5|01
          end
          i32.const 1
          br $__inlined_func$assembly/flags/compare/compareNumbers$90
         end
         i32.const 0
         br $__inlined_func$assembly/flags/compare/compareNumbers$90
        end
        i32.const 0
        br $__inlined_func$assembly/flags/compare/compareNumbers$90
       end
       i32.const 1
       br $__inlined_func$assembly/flags/compare/compareNumbers$90
      end
      i32.const 0
      br $__inlined_func$assembly/flags/compare/compareNumbers$90
     end
     i32.const 1
    end
    return
   end
   block $__inlined_func$assembly/flags/compare/compareNullWithText$1032 (result i32)
    i32.const 0
    local.get $0
    i32.eqz
    br_if $__inlined_func$assembly/flags/compare/compareNullWithText$1032
    drop
    i32.const 1
    local.get $0
    i32.const 1
    i32.eq
    br_if $__inlined_func$assembly/flags/compare/compareNullWithText$1032
    drop
    local.get $1
    local.get $3
    call $assembly/flags/to-number/toNumber
    local.set $4
    local.get $2
    local.get $3
    call $assembly/flags/to-number/toNumber
    local.set $8
    block $__inlined_func$assembly/flags/compare/compareNumbers$82 (result i32)
     block $case5|07
      block $case4|08
       block $case3|09
        block $case2|010
         block $case1|011
          block $case0|012
           local.get $0
           br_table $case0|012 $case1|011 $case5|07 $case5|07 $case2|010 $case3|09 $case4|08 $case5|07
          end
          local.get $4
          local.get $8
          f64.eq
          br $__inlined_func$assembly/flags/compare/compareNumbers$82
         end
         local.get $4
         local.get $8
         f64.ne
         br $__inlined_func$assembly/flags/compare/compareNumbers$82
        end
        local.get $4
        local.get $8
        f64.lt
        br $__inlined_func$assembly/flags/compare/compareNumbers$82
       end
       local.get $4
       local.get $8
       f64.le
       br $__inlined_func$assembly/flags/compare/compareNumbers$82
      end
      local.get $4
      local.get $8
      f64.gt
      br $__inlined_func$assembly/flags/compare/compareNumbers$82
     end
     local.get $4
     local.get $8
     f64.ge
    end
   end
   return
  end
  local.get $1
  local.get $3
  call $assembly/flags/to-number/toNumber
  local.set $4
  local.get $2
  local.get $3
  call $assembly/flags/to-number/toNumber
  local.tee $8
  local.get $8
  f64.ne
  local.get $4
  local.get $4
  f64.ne
  i32.or
  if
   i32.const 2
   return
  end
  local.get $2
  i64.const -844424930131968
  i64.eq
  local.get $1
  i64.const -844424930131968
  i64.eq
  i32.or
  if
   local.get $0
   i32.eqz
   if
    local.get $8
    f64.const 0
    f64.eq
    local.get $4
    f64.const 0
    f64.eq
    local.tee $0
    local.get $0
    select
    i32.const 0
    i32.ne
    return
   end
   local.get $0
   i32.const 1
   i32.eq
   if
    local.get $4
    f64.const 0
    f64.ne
    local.tee $0
    local.get $8
    f64.const 0
    f64.ne
    local.get $0
    select
    i32.const 0
    i32.ne
    return
   end
  end
  block $__inlined_func$assembly/flags/compare/compareNumbers$91 (result i32)
   block $case5|08
    block $case4|09
     block $case3|010
      block $case2|011
       block $case1|012
        block $case0|013
         local.get $0
         br_table $case0|013 $case1|012 $case5|08 $case5|08 $case2|011 $case3|010 $case4|09 $case5|08
        end
        local.get $4
        local.get $8
        f64.eq
        br $__inlined_func$assembly/flags/compare/compareNumbers$91
       end
       local.get $4
       local.get $8
       f64.ne
       br $__inlined_func$assembly/flags/compare/compareNumbers$91
      end
      local.get $4
      local.get $8
      f64.lt
      br $__inlined_func$assembly/flags/compare/compareNumbers$91
     end
     local.get $4
     local.get $8
     f64.le
     br $__inlined_func$assembly/flags/compare/compareNumbers$91
    end
    local.get $4
    local.get $8
    f64.gt
    br $__inlined_func$assembly/flags/compare/compareNumbers$91
   end
   local.get $4
   local.get $8
   f64.ge
  end
 )
 (func $assembly/hash/murmur3/murmur3After (param $0 i32) (param $1 i32) (param $2 i32) (param $3 i32) (param $4 i32) (result i32)
  (local $5 i32)
  (local $6 i32)
  (local $7 i32)
  local.get $2
  local.get $4
  i32.add
  local.get $2
  i32.const 3
  i32.and
  i32.const 3
  i32.shl
  local.tee $2
  if
   loop $for-loop|1
    local.get $5
    i32.const 4
    i32.add
    local.tee $6
    local.get $4
    i32.le_u
    if
     local.get $0
     local.get $1
     local.get $3
     local.get $5
     i32.add
     i32.load
     local.tee $1
     local.get $2
     i32.shl
     i32.or
     i32.const -862048943
     i32.mul
     i32.const 15
     i32.rotl
     i32.const 461845907
     i32.mul
     i32.xor
     i32.const 13
     i32.rotl
     i32.const 5
     i32.mul
     i32.const 430675100
     i32.sub
     local.set $0
     local.get $1
     i32.const 32
     local.get $2
     i32.sub
     i32.shr_u
     local.set $1
     local.get $6
     local.set $5
     br $for-loop|1
    end
   end
  else
   local.get $4
   i32.const -4
   i32.and
   local.set $1
   loop $for-loop|0
    local.get $1
    local.get $5
    i32.gt_u
    if
     local.get $0
     local.get $3
     local.get $5
     i32.add
     i32.load
     i32.const -862048943
     i32.mul
     i32.const 15
     i32.rotl
     i32.const 461845907
     i32.mul
     i32.xor
     i32.const 13
     i32.rotl
     i32.const 5
     i32.mul
     i32.const 430675100
     i32.sub
     local.set $0
     local.get $5
     i32.const 4
     i32.add
     local.set $5
     br $for-loop|0
    end
   end
   i32.const 0
   local.set $1
  end
  loop $for-loop|2
   local.get $4
   local.get $5
   i32.gt_u
   if
    local.get $1
    local.get $3
    local.get $5
    i32.add
    i32.load8_u
    local.get $2
    i32.shl
    i32.or
    local.set $1
    local.get $2
    i32.const 8
    i32.add
    local.tee $2
    i32.const 32
    i32.eq
    if
     local.get $0
     local.get $1
     i32.const -862048943
     i32.mul
     i32.const 15
     i32.rotl
     i32.const 461845907
     i32.mul
     i32.xor
     i32.const 13
     i32.rotl
     i32.const 5
     i32.mul
     i32.const 430675100
     i32.sub
     local.set $0
     i32.const 0
     local.set $2
     i32.const 0
     local.set $1
    end
    local.get $5
    i32.const 1
    i32.add
    local.set $5
    br $for-loop|2
   end
  end
  local.get $0
  local.get $1
  i32.const -862048943
  i32.mul
  i32.const 15
  i32.rotl
  i32.const 461845907
  i32.mul
  i32.xor
  i32.xor
  local.tee $0
  local.get $0
  i32.const 16
  i32.shr_u
  i32.xor
  i32.const -2048144789
  i32.mul
  local.tee $0
  local.get $0
  i32.const 13
  i32.shr_u
  i32.xor
  i32.const -1028477387
  i32.mul
  local.tee $0
  local.get $0
  i32.const 16
  i32.shr_u
  i32.xor
 )
 (func $assembly/flags/to-text/writeText (param $0 i64) (param $1 i32) (param $2 i32) (param $3 i32) (param $4 i32) (result i32)
  (local $5 i32)
  (local $6 i32)
  (local $7 i32)
  local.get $0
  i64.const -1970324836974592
  i64.lt_u
  if
   local.get $0
   f64.reinterpret_i64
   local.get $3
   local.get $3
   i32.const 32
   i32.add
   call $assembly/number/format/formatNumber
   local.tee $4
   local.get $2
   local.get $1
   i32.sub
   i32.gt_u
   if (result i32)
    i32.const 0
   else
    local.get $1
    local.get $3
    local.get $4
    memory.copy
    local.get $1
    local.get $4
    i32.add
   end
   return
  end
  local.get $0
  i64.const 48
  i64.shr_u
  i32.wrap_i64
  local.tee $6
  i32.const 65529
  i32.eq
  if
   local.get $0
   i32.wrap_i64
   local.tee $3
   i32.const 8
   i32.add
   local.set $4
   local.get $3
   i32.load
   local.tee $3
   local.get $2
   local.get $1
   i32.sub
   i32.gt_u
   if (result i32)
    i32.const 0
   else
    local.get $1
    local.get $4
    local.get $3
    memory.copy
    local.get $1
    local.get $3
    i32.add
   end
   return
  end
  local.get $6
  i32.const 65532
  i32.eq
  if
   local.get $3
   i32.const 1702195828
   i32.const 1936482662
   local.get $0
   i64.const 1
   i64.and
   i32.wrap_i64
   local.tee $4
   select
   i32.store
   local.get $3
   i32.const 101
   i32.store8 offset=4
   i32.const 4
   i32.const 5
   local.get $4
   select
   local.tee $4
   local.get $2
   local.get $1
   i32.sub
   i32.gt_u
   if (result i32)
    i32.const 0
   else
    local.get $1
    local.get $3
    local.get $4
    memory.copy
    local.get $1
    local.get $4
    i32.add
   end
   return
  end
  local.get $6
  i32.const 65530
  i32.eq
  if
   local.get $0
   i32.wrap_i64
   local.set $6
   block $__inlined_func$assembly/flags/to-text/writeItems$32 (result i32)
    i32.const 0
    local.get $4
    i32.const 64
    i32.ge_u
    br_if $__inlined_func$assembly/flags/to-text/writeItems$32
    drop
    local.get $6
    i32.load
    local.set $7
    loop $for-loop|0
     local.get $5
     local.get $7
     i32.lt_u
     if
      local.get $5
      if
       i32.const 0
       local.get $1
       local.get $2
       i32.ge_u
       br_if $__inlined_func$assembly/flags/to-text/writeItems$32
       drop
       local.get $1
       i32.const 44
       i32.store8
       local.get $1
       i32.const 1
       i32.add
       local.set $1
      end
      i32.const 0
      local.get $6
      i32.const 8
      i32.add
      local.get $5
      i32.const 3
      i32.shl
      i32.add
      i64.load
      local.get $1
      local.get $2
      local.get $3
      local.get $4
      i32.const 1
      i32.add
      call $assembly/flags/to-text/writeText
      local.tee $1
      i32.eqz
      br_if $__inlined_func$assembly/flags/to-text/writeItems$32
      drop
      local.get $5
      i32.const 1
      i32.add
      local.set $5
      br $for-loop|0
     end
    end
    local.get $1
   end
   return
  end
  local.get $6
  i32.const 65532
  i32.gt_u
  if
   local.get $1
   return
  end
  local.get $3
  i64.const 2338603393739812699
  i64.store
  local.get $3
  i64.const 26305143086146127
  i64.store offset=8
  local.get $2
  local.get $1
  i32.sub
  i32.const 15
  i32.lt_u
  if (result i32)
   i32.const 0
  else
   local.get $1
   local.get $3
   i32.const 15
   memory.copy
   local.get $1
   i32.const 15
   i32.add
  end
 )
 (func $assembly/flags/membership/isInArray (param $0 i64) (param $1 i32) (param $2 i32) (result i32)
  (local $3 i32)
  (local $4 i32)
  (local $5 i32)
  (local $6 f64)
  (local $7 i32)
  (local $8 i32)
  (local $9 i32)
  (local $10 i64)
  local.get $1
  i32.const 8
  i32.add
  local.tee $3
  local.get $1
  i32.load
  i32.const 3
  i32.shl
  i32.add
  local.set $7
  local.get $0
  i64.const 48
  i64.shr_u
  i32.wrap_i64
  i32.const 65529
  i32.eq
  if
   local.get $0
   i32.wrap_i64
   local.tee $8
   i32.load
   local.set $5
   loop $for-loop|0
    local.get $3
    local.get $7
    i32.lt_u
    if
     local.get $3
     i32.load offset=4
     i32.const -458752
     i32.eq
     if
      local.get $5
      local.get $3
      i32.load
      local.get $2
      i32.add
      local.tee $1
      i32.load
      i32.eq
      if
       local.get $8
       i32.const 8
       i32.add
       local.set $4
       local.get $1
       i32.const 8
       i32.add
       local.tee $1
       local.get $5
       i32.const -8
       i32.and
       i32.add
       local.set $9
       block $__inlined_func$assembly/flags/text/equalWords$97 (result i32)
        loop $for-loop|00
         local.get $1
         local.get $9
         i32.lt_u
         if
          i32.const 0
          local.get $1
          i64.load
          local.get $4
          i64.load
          i64.ne
          br_if $__inlined_func$assembly/flags/text/equalWords$97
          drop
          local.get $1
          i32.const 8
          i32.add
          local.set $1
          local.get $4
          i32.const 8
          i32.add
          local.set $4
          br $for-loop|00
         end
        end
        i32.const 1
        local.get $5
        i32.const 7
        i32.and
        i64.extend_i32_u
        i64.const 3
        i64.shl
        local.tee $0
        i64.eqz
        br_if $__inlined_func$assembly/flags/text/equalWords$97
        drop
        local.get $1
        i64.load
        local.get $4
        i64.load
        i64.xor
        i64.const 64
        local.get $0
        i64.sub
        i64.shl
        i64.eqz
       end
       if
        i32.const 1
        return
       end
      end
     end
     local.get $3
     i32.const 8
     i32.add
     local.set $3
     br $for-loop|0
    end
   end
   i32.const 0
   return
  end
  local.get $0
  i64.const -1970324836974592
  i64.lt_u
  local.tee $1
  if
   local.get $0
   f64.reinterpret_i64
   local.tee $6
   local.get $6
   f64.ne
   local.set $1
  end
  loop $for-loop|1
   local.get $3
   local.get $7
   i32.lt_u
   if
    local.get $0
    local.get $3
    i64.load
    local.tee $10
    local.get $2
    i64.extend_i32_u
    i64.add
    local.get $10
    local.get $10
    i64.const 48
    i64.shr_u
    i32.wrap_i64
    i32.const 65529
    i32.eq
    select
    local.tee $10
    call $assembly/flags/compare/strictEquals
    if
     i32.const 1
     return
    end
    local.get $10
    f64.reinterpret_i64
    local.tee $6
    local.get $6
    f64.ne
    i32.const 0
    local.get $10
    i64.const -1970324836974592
    i64.lt_u
    i32.const 0
    local.get $1
    select
    select
    if
     i32.const 1
     return
    end
    local.get $3
    i32.const 8
    i32.add
    local.set $3
    br $for-loop|1
   end
  end
  i32.const 0
 )
 (func $assembly/flags/cbor/writeItem (param $0 i64) (param $1 i32) (param $2 i32) (param $3 i32) (result i32)
  (local $4 i32)
  (local $5 i32)
  (local $6 i32)
  (local $7 i32)
  (local $8 i32)
  (local $9 i32)
  (local $10 i32)
  (local $11 f64)
  (local $12 i32)
  local.get $1
  i32.eqz
  local.get $3
  i32.const 40
  i32.gt_u
  i32.or
  if
   i32.const 0
   return
  end
  local.get $0
  i64.const -1970324836974592
  i64.lt_u
  if
   block $__inlined_func$assembly/flags/cbor/writeNumber$280 (result i32)
    local.get $0
    f64.reinterpret_i64
    local.tee $11
    local.get $11
    f64.trunc
    f64.eq
    local.get $11
    f64.const 18446744073709551615
    f64.lt
    i32.and
    local.get $11
    f64.const -9223372036854775808
    f64.ge
    i32.and
    if
     local.get $11
     f64.const 0
     f64.ge
     if
      i32.const 0
      local.get $11
      i64.trunc_sat_f64_u
      local.get $1
      local.get $2
      call $assembly/flags/cbor/writeHead
      br $__inlined_func$assembly/flags/cbor/writeNumber$280
     end
     i32.const 32
     i64.const -1
     local.get $11
     i64.trunc_sat_f64_s
     i64.sub
     local.get $1
     local.get $2
     call $assembly/flags/cbor/writeHead
     br $__inlined_func$assembly/flags/cbor/writeNumber$280
    end
    local.get $11
    local.get $1
    local.get $2
    call $assembly/flags/cbor/writeFloat
   end
   return
  end
  local.get $0
  i64.const 48
  i64.shr_u
  i32.wrap_i64
  local.tee $4
  i32.const 65529
  i32.eq
  if
   local.get $0
   i32.wrap_i64
   local.get $1
   local.get $2
   call $assembly/flags/cbor/writeString
   return
  end
  local.get $4
  i32.const 65530
  i32.eq
  if
   i32.const 128
   local.get $0
   i32.wrap_i64
   local.tee $5
   i32.load
   local.tee $4
   i64.extend_i32_u
   local.get $1
   local.get $2
   call $assembly/flags/cbor/writeHead
   local.set $1
   loop $for-loop|0
    local.get $1
    i32.const 0
    i32.ne
    local.get $4
    local.get $12
    i32.gt_u
    i32.and
    if
     local.get $5
     i32.const 8
     i32.add
     local.get $12
     i32.const 3
     i32.shl
     i32.add
     i64.load
     local.get $1
     local.get $2
     local.get $3
     i32.const 1
     i32.add
     call $assembly/flags/cbor/writeItem
     local.set $1
     local.get $12
     i32.const 1
     i32.add
     local.set $12
     br $for-loop|0
    end
   end
   local.get $1
   return
  end
  local.get $4
  i32.const 65531
  i32.eq
  if
   local.get $2
   local.set $4
   block $__inlined_func$assembly/flags/cbor/writeMap$1068 (result i32)
    i32.const 0
    local.get $0
    i32.wrap_i64
    local.tee $8
    i32.load offset=4
    local.tee $5
    i32.const 1024
    i32.gt_u
    br_if $__inlined_func$assembly/flags/cbor/writeMap$1068
    drop
    i32.const 160
    local.get $5
    i64.extend_i32_u
    local.get $1
    local.get $2
    call $assembly/flags/cbor/writeHead
    local.set $12
    i32.const 0
    local.set $2
    local.get $5
    local.set $6
    loop $for-loop|00
     local.get $12
     i32.const 0
     local.get $6
     select
     if
      i32.const 0
      local.set $1
      i32.const 0
      local.set $10
      loop $for-loop|1
       local.get $5
       local.get $10
       i32.gt_u
       if
        local.get $8
        local.get $10
        i32.const 4
        i32.shl
        i32.add
        local.tee $7
        i64.load offset=8
        i32.wrap_i64
        local.set $9
        local.get $2
        if (result i32)
         local.get $2
         i64.load offset=8
         i32.wrap_i64
         local.get $9
         call $assembly/flags/cbor/isBefore
        else
         i32.const 1
        end
        if
         local.get $7
         local.get $1
         local.get $1
         if (result i32)
          local.get $9
          local.get $1
          i64.load offset=8
          i32.wrap_i64
          call $assembly/flags/cbor/isBefore
         else
          i32.const 1
         end
         select
         local.set $1
        end
        local.get $10
        i32.const 1
        i32.add
        local.set $10
        br $for-loop|1
       end
      end
      i32.const 0
      local.get $1
      i32.eqz
      br_if $__inlined_func$assembly/flags/cbor/writeMap$1068
      drop
      local.get $1
      i64.load offset=8
      i32.wrap_i64
      local.get $12
      local.get $4
      call $assembly/flags/cbor/writeString
      local.set $2
      local.get $1
      i64.load offset=16
      local.get $2
      local.get $4
      local.get $3
      i32.const 1
      i32.add
      call $assembly/flags/cbor/writeItem
      local.set $12
      local.get $1
      local.set $2
      local.get $6
      i32.const 1
      i32.sub
      local.set $6
      br $for-loop|00
     end
    end
    local.get $12
   end
   return
  end
  i32.const 224
  i64.const 22
  local.get $0
  i64.const 1
  i64.and
  i64.const 20
  i64.add
  local.get $4
  i32.const 65532
  i32.ne
  select
  local.get $1
  local.get $2
  call $assembly/flags/cbor/writeHead
 )
 (func $assembly/number/space/spaceLength (param $0 i32) (param $1 i32) (result i32)
  (local $2 i32)
  local.get $0
  i32.load8_u
  local.tee $2
  i32.const 32
  i32.eq
  if (result i32)
   i32.const 1
  else
   local.get $2
   i32.const 13
   i32.le_u
   local.get $2
   i32.const 9
   i32.ge_u
   i32.and
  end
  if
   i32.const 1
   return
  end
  local.get $2
  i32.const 194
  i32.lt_u
  if
   i32.const 0
   return
  end
  local.get $2
  i32.const 194
  i32.eq
  if
   i32.const 2
   i32.const 0
   local.get $0
   i32.const 2
   i32.add
   local.get $1
   i32.le_u
   if (result i32)
    local.get $0
    i32.const 1
    i32.add
    i32.load8_u
    i32.const 160
    i32.eq
   else
    i32.const 0
   end
   select
   return
  end
  local.get $0
  i32.const 3
  i32.add
  local.get $1
  i32.gt_u
  if
   i32.const 0
   return
  end
  local.get $0
  i32.const 2
  i32.add
  i32.load8_u
  local.get $0
  i32.const 1
  i32.add
  i32.load8_u
  i32.const 8
  i32.shl
  i32.or
  local.set $0
  local.get $2
  i32.const 225
  i32.eq
  if
   i32.const 3
   i32.const 0
   local.get $0
   i32.const 39552
   i32.eq
   select
   return
  end
  local.get $2
  i32.const 226
  i32.eq
  if
   i32.const 3
   i32.const 0
   i32.const 1
   local.get $0
   i32.const 33183
   i32.eq
   i32.const 1
   local.get $0
   i32.const 32943
   i32.eq
   local.get $0
   i32.const 32906
   i32.le_u
   local.get $0
   i32.const 32896
   i32.ge_u
   local.tee $1
   local.get $1
   select
   local.tee $1
   local.get $0
   i32.const 32936
   i32.eq
   local.get $1
   select
   local.tee $1
   local.get $0
   i32.const 32937
   i32.eq
   local.get $1
   select
   select
   select
   select
   return
  end
  local.get $2
  i32.const 227
  i32.eq
  if
   i32.const 3
   i32.const 0
   local.get $0
   i32.const 32896
   i32.eq
   select
   return
  end
  local.get $2
  i32.const 239
  i32.eq
  if
   i32.const 3
   i32.const 0
   local.get $0
   i32.const 48063
   i32.eq
   select
   return
  end
  i32.const 0
 )
 (func $assembly/limits/window/windowUsed (param $0 i32) (param $1 i64) (param $2 f64) (result i64)
  local.get $0
  local.get $1
  local.get $2
  call $assembly/limits/window/isLive
  if (result i64)
   local.get $1
   i64.const 1
   local.get $0
   i64.load32_u offset=48
   i64.shl
   i64.const 1
   i64.sub
   i64.and
  else
   i64.const 0
  end
 )
 (func $assembly/limits/window/windowCharged (param $0 i32) (param $1 i64) (param $2 i64) (param $3 f64) (result i64)
  (local $4 i64)
  (local $5 i32)
  (local $6 i64)
  i64.const 0
  i64.const 1
  local.get $0
  i64.load32_u offset=48
  i64.shl
  i64.const 1
  i64.sub
  local.tee $4
  local.get $1
  i64.and
  local.get $0
  local.get $1
  local.get $3
  call $assembly/limits/window/isLive
  i32.eqz
  local.tee $5
  select
  local.get $2
  i64.add
  local.set $2
  local.get $5
  if (result i64)
   block $__inlined_func$assembly/limits/window/ordinalAt$49 (result i64)
    local.get $0
    i32.load offset=40
    local.tee $5
    i32.const 3
    i32.eq
    if
     local.get $0
     i64.load offset=96
     br $__inlined_func$assembly/limits/window/ordinalAt$49
    end
    local.get $0
    i64.load offset=32
    local.set $1
    local.get $5
    i32.const 2
    i32.eq
    if
     i64.const 1000
     i64.const 1
     local.get $0
     i32.load offset=44
     i32.const 8
     i32.and
     select
     local.tee $6
     local.get $3
     f64.ceil
     i64.trunc_sat_f64_s
     local.get $1
     i64.add
     i64.add
     i64.const 1
     i64.sub
     local.get $6
     i64.div_s
     br $__inlined_func$assembly/limits/window/ordinalAt$49
    end
    local.get $3
    i64.trunc_sat_f64_s
    i32.const 8448
    f64.load
    i64.trunc_sat_f64_s
    i64.add
    local.get $1
    i64.div_s
    local.get $0
    i64.load offset=72
    i64.sub
    local.tee $1
    i64.const 0
    local.get $1
    i64.const 0
    i64.gt_s
    select
   end
  else
   local.get $1
   local.get $0
   i64.load32_u offset=48
   i64.shr_s
  end
  local.get $0
  i64.load32_u offset=48
  i64.shl
  local.get $2
  local.get $4
  local.get $2
  local.get $4
  i64.lt_s
  select
  i64.or
 )
 (func $assembly/limits/operate/operate (param $0 i32) (param $1 i32) (param $2 i32) (param $3 i32) (param $4 f64) (result i32)
  (local $5 i32)
  (local $6 i32)
  (local $7 i32)
  (local $8 i64)
  (local $9 i64)
  (local $10 i32)
  (local $11 i64)
  (local $12 f64)
  (local $13 f64)
  (local $14 i32)
  (local $15 i32)
  (local $16 i32)
  (local $17 i64)
  (local $18 i64)
  (local $19 f64)
  local.get $1
  local.get $2
  i32.const 7
  i32.shl
  i32.add
  local.set $10
  local.get $0
  i32.load offset=88
  i32.const 8472
  i32.atomic.load
  i32.ne
  if (result i32)
   i32.const 0
  else
   local.get $1
   local.set $2
   block $__inlined_func$assembly/limits/open/place$81 (result i32)
    loop $for-loop|0
     local.get $2
     local.get $10
     i32.lt_u
     if
      i32.const 0
      local.get $0
      i32.load offset=56
      local.get $2
      i32.load offset=8
      local.tee $5
      i32.const 7
      i32.shl
      i32.add
      local.tee $6
      i32.load offset=28
      i32.eqz
      br_if $__inlined_func$assembly/limits/open/place$81
      drop
      local.get $5
      i64.extend_i32_u
      local.get $6
      i64.load offset=64
      local.get $2
      i64.load
      i64.xor
      local.tee $8
      i64.const 33
      i64.shr_u
      local.get $8
      i64.xor
      i64.const -49064778989728563
      i64.mul
      local.tee $8
      i64.const 33
      i64.shr_u
      local.get $8
      i64.xor
      i64.const -4265267296055464877
      i64.mul
      local.tee $8
      i64.const 33
      i64.shr_u
      local.get $8
      i64.xor
      i64.const -8192
      i64.and
      i64.or
      local.set $8
      local.get $6
      i32.load offset=40
      i32.const 6
      i32.eq
      if (result i32)
       local.get $0
       i32.load offset=96
       local.get $0
       i64.load32_u offset=100
       local.get $8
       i64.const 32
       i64.shr_u
       i64.mul
       i64.const 32
       i64.shr_u
       i32.wrap_i64
       local.get $0
       i32.load offset=104
       i32.const 2
       i32.shl
       i32.mul
       i32.add
      else
       local.get $0
       i32.load offset=8
       local.get $0
       i64.load32_u offset=12
       local.get $8
       i64.const 32
       i64.shr_u
       i64.mul
       i64.const 32
       i64.shr_u
       i32.wrap_i64
       i32.const 7
       i32.shl
       i32.add
      end
      local.set $5
      local.get $2
      local.get $8
      i64.store offset=32
      local.get $2
      local.get $5
      i32.store offset=24
      local.get $2
      local.get $5
      local.get $0
      i32.load offset=8
      i32.sub
      i32.const 7
      i32.shr_u
      i32.const 1023
      i32.and
      i32.const 2
      i32.shl
      i32.const 16384
      i32.add
      i32.store offset=116
      local.get $2
      local.get $6
      i32.store offset=20
      local.get $2
      i32.const 0
      i32.store offset=28
      local.get $2
      i32.const 0
      i32.store offset=76
      local.get $2
      i64.const 0
      i64.store offset=120
      local.get $2
      i64.const 0
      i64.store offset=48
      local.get $2
      f64.const 0
      f64.store offset=88
      local.get $2
      i32.const 0
      i32.store offset=72
      local.get $2
      i32.const 128
      i32.add
      local.set $2
      br $for-loop|0
     end
    end
    i32.const 1
   end
  end
  i32.eqz
  if
   i32.const -1
   return
  end
  local.get $3
  i32.const 5
  i32.eq
  if (result i32)
   local.get $1
   local.set $5
   block $__inlined_func$assembly/limits/lease/claimLeases$776 (result i32)
    loop $for-loop|00
     local.get $5
     local.get $10
     i32.lt_u
     if
      local.get $0
      i32.load offset=132
      local.set $2
      local.get $0
      i32.load offset=112
      local.tee $7
      local.set $6
      block $__inlined_func$assembly/limits/lease/claimLease$1361 (result i32)
       loop $for-loop|001
        local.get $6
        if
         local.get $0
         i32.load offset=108
         local.get $0
         i32.load offset=112
         i32.const 63
         i32.add
         i32.const 6
         i32.shr_u
         i32.const 3
         i32.shl
         i32.const 63
         i32.add
         i32.const -64
         i32.and
         i32.add
         local.get $2
         i32.const 0
         local.get $2
         local.get $7
         i32.lt_u
         select
         local.tee $2
         i32.const 6
         i32.shl
         i32.add
         local.tee $14
         i32.atomic.load
         local.tee $15
         i32.const 3
         i32.and
         local.tee $16
         if (result i32)
          local.get $16
          i32.const 1
          i32.eq
          if (result i32)
           local.get $16
           i32.const 3
           i32.ne
           local.get $16
           i32.const 1
           i32.ne
           i32.and
           if (result i32)
            i32.const 0
           else
            local.get $14
            f64.load offset=48
            f64.const 1e4
            f64.add
            local.get $4
            f64.lt
           end
          else
           i32.const 0
          end
         else
          i32.const 1
         end
         if
          local.get $14
          local.get $4
          f64.store offset=48
          local.get $15
          local.get $14
          local.get $15
          local.get $15
          i32.const 5
          i32.shr_u
          i32.const 1
          i32.add
          local.tee $14
          i32.const 5
          i32.shl
          i32.const 1
          i32.or
          i32.atomic.rmw.cmpxchg
          i32.eq
          if
           local.get $5
           local.get $2
           i32.store offset=104
           local.get $5
           local.get $14
           i32.const 134217727
           i32.and
           i32.store offset=108
           local.get $0
           local.get $2
           i32.const 1
           i32.add
           i32.store offset=132
           i32.const 1
           br $__inlined_func$assembly/limits/lease/claimLease$1361
          end
         end
         local.get $2
         i32.const 1
         i32.add
         local.set $2
         local.get $6
         i32.const 1
         i32.sub
         local.set $6
         br $for-loop|001
        end
       end
       i32.const 0
      end
      i32.eqz
      if
       local.get $1
       local.set $2
       loop $for-loop|02
        local.get $2
        local.get $5
        i32.lt_u
        if
         local.get $0
         i32.load offset=108
         local.get $0
         i32.load offset=112
         i32.const 63
         i32.add
         i32.const 6
         i32.shr_u
         i32.const 3
         i32.shl
         i32.const 63
         i32.add
         i32.const -64
         i32.and
         i32.add
         local.get $2
         i32.load offset=104
         i32.const 6
         i32.shl
         i32.add
         local.get $2
         i32.load offset=108
         local.tee $6
         i32.const 5
         i32.shl
         i32.const 1
         i32.or
         local.get $6
         i32.const 1
         i32.add
         i32.const 5
         i32.shl
         i32.atomic.rmw.cmpxchg
         drop
         local.get $2
         i32.const 128
         i32.add
         local.set $2
         br $for-loop|02
        end
       end
       i32.const 0
       br $__inlined_func$assembly/limits/lease/claimLeases$776
      end
      local.get $5
      i32.const 128
      i32.add
      local.set $5
      br $for-loop|00
     end
    end
    i32.const 1
   end
  else
   i32.const 1
  end
  i32.eqz
  if
   i32.const 1
   local.set $2
   local.get $1
   local.set $3
   loop $for-loop|0013
    local.get $3
    local.get $10
    i32.lt_u
    if
     i32.const 12
     i32.const 4
     local.get $3
     i32.load offset=20
     local.tee $0
     i32.load offset=44
     i32.const 1
     i32.and
     local.tee $1
     select
     local.set $5
     local.get $2
     i32.const 4
     local.get $1
     select
     local.set $2
     local.get $3
     local.get $5
     i32.store offset=16
     local.get $3
     i32.const -1
     i32.store offset=104
     local.get $0
     f64.load offset=56
     local.set $4
     local.get $3
     local.get $0
     i32.store offset=20
     local.get $3
     i32.const 1
     i32.store offset=64
     local.get $3
     local.get $0
     i32.load offset=28
     i32.store offset=68
     local.get $3
     i32.const 0
     i32.store offset=112
     local.get $3
     local.get $4
     f64.store offset=96
     local.get $3
     local.get $4
     f64.store offset=80
     local.get $3
     local.get $4
     f64.store offset=88
     local.get $5
     i32.const 1
     i32.eq
     if (result i32)
      i32.const 112
     else
      i32.const 80
      i32.const 120
      local.get $5
      i32.const 8
      i32.and
      select
     end
     local.get $0
     i32.add
     local.tee $0
     local.get $0
     f64.load
     f64.const 1
     f64.add
     f64.store
     local.get $3
     i32.const 128
     i32.add
     local.set $3
     br $for-loop|0013
    end
   end
   local.get $2
   return
  end
  i32.const 0
  local.set $5
  local.get $1
  local.set $6
  loop $for-loop|01
   local.get $6
   local.get $10
   i32.lt_u
   if
    local.get $5
    i32.eqz
    local.get $6
    i32.load offset=116
    local.tee $2
    local.get $5
    i32.lt_u
    i32.or
    i32.const 0
    local.get $2
    select
    if
     local.get $2
     local.set $5
    end
    local.get $6
    i32.const 128
    i32.add
    local.set $6
    br $for-loop|01
   end
  end
  local.get $5
  local.set $2
  loop $for-loop|002
   local.get $2
   if
    block $__inlined_func$assembly/limits/lock/lock$83
     local.get $0
     i32.load offset=60
     br_if $__inlined_func$assembly/limits/lock/lock$83
     loop $while-continue|0
      i32.const 0
      local.set $5
      loop $for-loop|1
       local.get $5
       i32.const 100000000
       i32.lt_s
       if
        local.get $2
        i32.const 0
        local.get $0
        i32.atomic.rmw.cmpxchg
        i32.eqz
        br_if $__inlined_func$assembly/limits/lock/lock$83
        local.get $5
        i32.const 1
        i32.add
        local.set $5
        br $for-loop|1
       end
      end
      local.get $2
      local.get $2
      i32.atomic.load
      local.tee $5
      local.get $0
      i32.atomic.rmw.cmpxchg
      local.get $5
      i32.ne
      br_if $while-continue|0
     end
    end
    i32.const 0
    local.set $5
    local.get $1
    local.set $6
    loop $for-loop|013
     local.get $6
     local.get $10
     i32.lt_u
     if
      local.get $5
      i32.eqz
      local.get $6
      i32.load offset=116
      local.tee $7
      local.get $5
      i32.lt_u
      i32.or
      local.get $2
      local.get $7
      i32.lt_u
      i32.and
      if
       local.get $7
       local.set $5
      end
      local.get $6
      i32.const 128
      i32.add
      local.set $6
      br $for-loop|013
     end
    end
    local.get $5
    local.set $2
    br $for-loop|002
   end
  end
  local.get $1
  local.set $2
  loop $for-loop|004
   local.get $2
   local.get $10
   i32.lt_u
   if
    block $__inlined_func$assembly/limits/open/effectiveVariant$145
     i32.const 8476
     i32.atomic.load
     if
      local.get $0
      i32.load offset=56
      local.get $2
      i64.load offset=32
      local.tee $8
      i32.wrap_i64
      i32.const 4095
      i32.and
      i32.const 7
      i32.shl
      i32.add
      i64.load32_u offset=104
      local.get $8
      i64.const -8192
      i64.and
      i64.or
      local.set $8
      i32.const 0
      local.set $6
      block $__inlined_func$assembly/limits/exceptions/findSlot$41
       loop $for-loop|03
        local.get $6
        i32.const 64
        i32.lt_u
        if
         local.get $0
         i32.load offset=116
         local.get $0
         i32.load offset=120
         i32.const 1
         i32.sub
         local.get $8
         i64.const 29
         i64.shr_u
         i32.wrap_i64
         local.get $6
         i32.add
         i32.and
         i32.const 5
         i32.shl
         i32.add
         local.tee $5
         i64.atomic.load
         local.tee $9
         local.get $8
         i64.eq
         br_if $__inlined_func$assembly/limits/exceptions/findSlot$41
         i32.const 0
         local.set $5
         local.get $9
         i64.eqz
         br_if $__inlined_func$assembly/limits/exceptions/findSlot$41
         local.get $6
         i32.const 1
         i32.add
         local.set $6
         br $for-loop|03
        end
       end
       i32.const 0
       local.set $5
      end
      local.get $2
      local.get $5
      if (result f64)
       local.get $5
       i32.const 16
       i32.add
       f64.load
       f64.const 0
       local.get $8
       local.get $5
       i64.atomic.load
       i64.eq
       select
      else
       f64.const 0
      end
      f64.store offset=88
      i32.const 0
      local.set $6
      block $__inlined_func$assembly/limits/exceptions/findSlot$38
       loop $for-loop|04
        local.get $6
        i32.const 64
        i32.lt_u
        if
         local.get $0
         i32.load offset=116
         local.get $0
         i32.load offset=120
         i32.const 1
         i32.sub
         local.get $8
         i64.const 29
         i64.shr_u
         i32.wrap_i64
         local.get $6
         i32.add
         i32.and
         i32.const 5
         i32.shl
         i32.add
         local.tee $5
         i64.atomic.load
         local.tee $9
         local.get $8
         i64.eq
         br_if $__inlined_func$assembly/limits/exceptions/findSlot$38
         i32.const 0
         local.set $5
         local.get $9
         i64.eqz
         br_if $__inlined_func$assembly/limits/exceptions/findSlot$38
         local.get $6
         i32.const 1
         i32.add
         local.set $6
         br $for-loop|04
        end
       end
       i32.const 0
       local.set $5
      end
      local.get $5
      if (result i32)
       local.get $5
       i32.const 8
       i32.add
       i32.atomic.load
       i32.const 0
       local.get $8
       local.get $5
       i64.atomic.load
       i64.eq
       select
      else
       i32.const 0
      end
      local.tee $6
      if
       i32.const 0
       local.set $5
       local.get $0
       i32.load offset=88
       i32.const 8472
       i32.atomic.load
       i32.ne
       br_if $__inlined_func$assembly/limits/open/effectiveVariant$145
       local.get $0
       i32.load offset=56
       local.get $6
       i32.const 7
       i32.shl
       i32.add
       local.tee $5
       i32.load offset=28
       if
        local.get $2
        local.get $6
        i64.extend_i32_u
        local.get $2
        i64.load offset=32
        i64.const -4096
        i64.and
        i64.or
        i64.store offset=32
        br $__inlined_func$assembly/limits/open/effectiveVariant$145
       end
      end
     end
     local.get $2
     i32.load offset=20
     local.set $5
    end
    block $__inlined_func$assembly/limits/open/open$1362 (result i32)
     i32.const -1
     local.get $5
     i32.eqz
     br_if $__inlined_func$assembly/limits/open/open$1362
     drop
     local.get $2
     local.get $5
     i32.store offset=20
     local.get $5
     i32.load offset=40
     i32.const 3
     i32.eq
     local.get $3
     i32.const 6
     i32.ne
     i32.and
     if (result i32)
      local.get $5
      f64.load offset=88
      local.get $4
      i64.trunc_sat_f64_s
      i32.const 8448
      f64.load
      i64.trunc_sat_f64_s
      i64.add
      f64.convert_i64_s
      f64.le
     else
      i32.const 0
     end
     if
      local.get $0
      local.get $2
      i64.load offset=32
      i32.wrap_i64
      i32.const 4095
      i32.and
      i32.store offset=92
      i32.const -2
      br $__inlined_func$assembly/limits/open/open$1362
     end
     local.get $2
     i64.load offset=32
     i64.const 13
     i64.shr_u
     local.set $8
     local.get $2
     i32.load offset=24
     local.set $7
     local.get $1
     local.set $6
     block $__inlined_func$assembly/limits/open/samePart$655
      loop $for-loop|024
       local.get $2
       local.get $6
       i32.gt_u
       if
        local.get $8
        local.get $6
        i64.load offset=32
        i64.const 13
        i64.shr_u
        i64.eq
        if
         local.get $6
         i32.load offset=24
         local.get $7
         i32.eq
         if (result i32)
          local.get $6
          i32.load offset=76
         else
          i32.const 1
         end
         i32.eqz
         br_if $__inlined_func$assembly/limits/open/samePart$655
        end
        local.get $6
        i32.const 128
        i32.add
        local.set $6
        br $for-loop|024
       end
      end
      i32.const 0
      local.set $6
     end
     local.get $6
     if
      local.get $2
      local.get $6
      i32.store offset=76
      i32.const 1
      br $__inlined_func$assembly/limits/open/open$1362
     end
     local.get $5
     i32.load offset=40
     i32.const 6
     i32.eq
     if (result i32)
      local.get $0
      local.get $2
      local.get $3
      local.get $4
      call $assembly/limits/open/openLog
     else
      block $__inlined_func$assembly/limits/table/findKey$51
       local.get $2
       i32.load offset=24
       local.tee $6
       local.get $2
       i64.load offset=32
       local.tee $8
       i64.const 4096
       i64.or
       local.get $8
       local.get $2
       f64.load offset=88
       local.get $4
       f64.gt
       select
       local.tee $11
       i64.const 13
       i64.shr_u
       local.tee $8
       i32.wrap_i64
       i32.const 7
       i32.and
       i32.const 4
       i32.shl
       i32.add
       local.tee $5
       i64.atomic.load
       i64.const 13
       i64.shr_u
       local.get $8
       i64.eq
       br_if $__inlined_func$assembly/limits/table/findKey$51
       local.get $6
       i32.const 128
       i32.add
       local.set $7
       loop $for-loop|05
        local.get $6
        local.get $7
        i32.lt_u
        if
         local.get $6
         local.tee $5
         i64.atomic.load
         local.tee $9
         i64.const 13
         i64.shr_u
         local.get $8
         i64.eq
         local.get $9
         i64.const 0
         i64.ne
         i32.and
         br_if $__inlined_func$assembly/limits/table/findKey$51
         local.get $5
         i32.const 16
         i32.add
         local.set $6
         br $for-loop|05
        end
       end
       i32.const 0
       local.set $5
      end
      block $__inlined_func$assembly/limits/open/openEntry$26 (result i32)
       local.get $5
       if
        local.get $5
        i32.const 8
        i32.add
        local.set $6
        loop $while-continue|06
         local.get $5
         i32.const 8
         i32.add
         i64.atomic.load
         local.tee $8
         i64.const 0
         i64.lt_s
         if
          local.get $8
          i64.const -9223372036854775808
          i64.eq
          if
           local.get $5
           i64.const 0
           i64.atomic.store
          end
          local.get $5
          i32.const 8
          i32.add
          local.get $8
          i64.const 9223372036854775807
          i64.and
          local.tee $8
          i64.atomic.store
         end
         local.get $6
         local.get $8
         local.get $8
         i64.const -9223372036854775808
         i64.or
         i64.atomic.rmw.cmpxchg
         local.get $8
         i64.ne
         br_if $while-continue|06
        end
        local.get $5
        i64.atomic.load
        local.tee $17
        i64.eqz
        if
         local.get $6
         local.get $8
         i64.atomic.store
        else
         local.get $8
         i64.const 3
         i64.shr_s
         local.set $9
         local.get $0
         i32.load offset=56
         local.get $17
         i32.wrap_i64
         i32.const 4095
         i32.and
         local.tee $6
         i32.const 7
         i32.shl
         i32.add
         local.set $7
         local.get $6
         local.get $11
         i32.wrap_i64
         i32.const 4095
         i32.and
         i32.ne
         if
          local.get $0
          i32.load offset=88
          i32.const 8472
          i32.atomic.load
          i32.ne
          if
           local.get $5
           i32.const 8
           i32.add
           local.get $8
           i64.atomic.store
           i32.const -1
           br $__inlined_func$assembly/limits/open/openEntry$26
          end
          local.get $7
          i32.load offset=28
          if
           local.get $3
           i32.const 7
           i32.eq
           local.get $3
           i32.const 6
           i32.eq
           i32.or
           if
            local.get $17
            i32.wrap_i64
            i32.const 4095
            i32.and
            i64.extend_i32_u
            local.get $11
            i64.const -4096
            i64.and
            i64.or
            local.set $11
            local.get $2
            local.get $7
            i32.store offset=20
           else
            local.get $7
            local.get $2
            i32.load offset=20
            local.get $9
            local.get $4
            call $assembly/limits/cell/converted
            local.set $9
           end
          else
           i64.const 0
           local.set $9
          end
         end
         local.get $2
         local.get $5
         i32.store offset=28
         local.get $2
         local.get $8
         i64.store offset=40
         local.get $2
         local.get $9
         i64.store offset=48
        end
       end
       local.get $2
       local.get $11
       i64.store offset=32
       i32.const 1
      end
     end
    end
    local.tee $6
    i32.const 1
    i32.ne
    if
     local.get $1
     local.set $5
     loop $for-loop|057
      local.get $2
      local.get $5
      i32.gt_u
      if
       local.get $5
       i32.load offset=28
       local.tee $7
       if (result i32)
        local.get $5
        i32.load offset=20
        i32.load offset=40
        i32.const 6
        i32.eq
       else
        i32.const 1
       end
       i32.eqz
       if
        local.get $7
        i32.const 8
        i32.add
        local.get $5
        i64.load offset=40
        i64.atomic.store
       end
       local.get $5
       i32.const 128
       i32.add
       local.set $5
       br $for-loop|057
      end
     end
     local.get $0
     local.get $1
     local.get $10
     call $assembly/limits/open/unlockParts
     local.get $3
     i32.const 5
     i32.eq
     if
      loop $for-loop|06
       local.get $1
       local.get $10
       i32.lt_u
       if
        local.get $0
        i32.load offset=108
        local.get $0
        i32.load offset=112
        i32.const 63
        i32.add
        i32.const 6
        i32.shr_u
        i32.const 3
        i32.shl
        i32.const 63
        i32.add
        i32.const -64
        i32.and
        i32.add
        local.get $1
        i32.load offset=104
        i32.const 6
        i32.shl
        i32.add
        local.get $1
        i32.load offset=108
        local.tee $2
        i32.const 5
        i32.shl
        i32.const 1
        i32.or
        local.get $2
        i32.const 1
        i32.add
        i32.const 5
        i32.shl
        i32.atomic.rmw.cmpxchg
        drop
        local.get $1
        i32.const 128
        i32.add
        local.set $1
        br $for-loop|06
       end
      end
     end
     local.get $6
     return
    end
    local.get $2
    i32.const 128
    i32.add
    local.set $2
    br $for-loop|004
   end
  end
  local.get $3
  i32.const 5
  i32.eq
  local.get $3
  i32.const 2
  i32.le_u
  i32.or
  if
   i32.const 1
   local.set $2
   local.get $1
   local.set $5
   loop $for-loop|07
    local.get $5
    local.get $10
    i32.lt_u
    if
     local.get $5
     local.tee $6
     i32.load offset=76
     local.tee $7
     local.get $5
     local.get $7
     select
     local.tee $7
     i64.load offset=120
     local.set $11
     local.get $7
     local.get $5
     i32.load offset=20
     local.tee $14
     local.get $4
     call $assembly/limits/operate/stateFor
     local.set $17
     local.get $5
     i64.load32_u offset=12
     local.tee $8
     local.set $9
     i32.const 3
     local.get $3
     i32.const 2
     i32.eq
     if (result i32)
      local.get $8
      local.get $14
      local.get $17
      local.get $4
      call $assembly/limits/cell/usable
      local.get $11
      i64.sub
      local.tee $9
      i64.const 0
      local.get $9
      i64.const 0
      i64.gt_s
      select
      local.tee $9
      local.get $8
      local.get $9
      i64.lt_s
      select
      local.tee $9
      i64.eqz
      local.get $8
      i64.const 0
      i64.ne
      i32.and
      i32.eqz
     else
      local.get $8
      i64.const 0
      i64.ne
      local.get $14
      i64.load32_u offset=28
      local.get $8
      local.get $11
      i64.add
      i64.lt_s
      i32.and
      if (result i32)
       i32.const 2
      else
       local.get $8
       i64.const 0
       i64.ne
       if (result i32)
        block $__inlined_func$assembly/limits/cell/fits$667 (result i32)
         i32.const 0
         local.get $8
         local.get $11
         i64.add
         local.tee $18
         local.get $14
         i64.load32_u offset=28
         i64.gt_s
         br_if $__inlined_func$assembly/limits/cell/fits$667
         drop
         local.get $14
         i32.load offset=40
         i32.eqz
         if
          local.get $14
          i64.load offset=16
          local.get $18
          local.get $14
          i64.load offset=8
          i64.mul
          local.get $17
          local.get $14
          i64.load
          local.get $4
          f64.const 1e3
          f64.const 1
          local.get $14
          i32.load offset=24
          local.tee $5
          i32.const 1
          i32.eq
          select
          f64.const 1e6
          local.get $5
          select
          f64.mul
          i64.trunc_sat_f64_s
          i64.mul
          i64.sub
          local.tee $17
          i64.const 0
          local.get $17
          i64.const 0
          i64.gt_s
          select
          i64.add
          i64.ge_s
          br $__inlined_func$assembly/limits/cell/fits$667
         end
         local.get $14
         local.get $17
         local.get $4
         call $assembly/limits/cell/usable
         local.get $18
         i64.ge_s
        end
       else
        i32.const 1
       end
       i32.const 0
       i32.ne
      end
     end
     local.get $6
     f64.load offset=88
     local.get $4
     f64.gt
     select
     local.set $5
     local.get $6
     i64.const 2147483647
     i64.const 1
     local.get $8
     local.get $8
     i64.const 0
     i64.ne
     select
     local.get $8
     local.get $3
     i32.const 2
     i32.eq
     select
     local.get $11
     i64.add
     local.tee $8
     local.get $8
     i64.const 2147483647
     i64.ge_s
     select
     i64.store32 offset=68
     local.get $5
     i32.const 1
     i32.eq
     if
      local.get $7
      local.get $9
      local.get $11
      i64.add
      i64.store offset=120
      local.get $6
      local.get $9
      i32.wrap_i64
      i32.const 0
      local.get $3
      i32.const 1
      i32.ne
      select
      i32.store offset=72
     else
      local.get $5
      i32.const 8
      i32.or
      local.get $5
      local.get $14
      i32.load offset=44
      i32.const 1
      i32.and
      select
      local.set $5
     end
     local.get $6
     local.get $5
     i32.store offset=16
     local.get $5
     local.get $2
     local.get $2
     i32.const 1
     i32.eq
     if (result i32)
      local.get $5
      i32.const 8
      i32.and
      i32.eqz
      local.get $5
      i32.const 1
      i32.ne
      i32.and
     else
      i32.const 0
     end
     select
     local.set $2
     local.get $6
     i32.const 128
     i32.add
     local.set $5
     br $for-loop|07
    end
   end
  else
   local.get $1
   local.set $2
   loop $for-loop|08
    local.get $2
    local.get $10
    i32.lt_u
    if
     local.get $2
     i32.load offset=76
     local.tee $5
     local.get $2
     local.get $5
     select
     local.tee $5
     local.get $5
     i64.load offset=120
     local.get $2
     i64.load32_u offset=12
     i64.add
     i64.store offset=120
     local.get $2
     i32.const 1
     i32.store offset=16
     local.get $2
     i32.const 1
     i32.store offset=68
     local.get $2
     i32.const 128
     i32.add
     local.set $2
     br $for-loop|08
    end
   end
   i32.const 1
   local.set $2
  end
  local.get $2
  local.tee $6
  i32.const 1
  i32.eq
  local.tee $2
  if
   local.get $3
   i32.const 1
   i32.ne
   local.set $2
  end
  local.get $3
  i32.const 5
  i32.eq
  if
   local.get $2
   if
    local.get $1
    local.set $5
    loop $for-loop|09
     local.get $5
     local.get $10
     i32.lt_u
     if
      local.get $5
      i32.load offset=76
      local.tee $7
      local.get $5
      local.get $7
      select
      local.set $7
      local.get $5
      local.get $5
      i32.load offset=20
      local.tee $14
      i32.load offset=40
      i32.const 6
      i32.eq
      if (result i64)
       local.get $4
       f64.const 1e3
       f64.mul
       f64.ceil
       i64.trunc_sat_f64_s
       local.set $8
       local.get $7
       i32.load offset=28
       local.tee $7
       if (result i64)
        local.get $7
        i64.load32_u offset=8
       else
        i64.const 0
       end
       local.tee $9
       i64.const 0
       i64.ne
       if (result i64)
        local.get $8
        local.get $7
        local.get $9
        i64.const 1
        i64.sub
        i32.wrap_i64
        i32.const 3
        i32.shl
        i32.add
        i64.load offset=32
        local.tee $9
        local.get $8
        local.get $9
        i64.gt_s
        select
       else
        local.get $8
       end
      else
       local.get $14
       local.get $7
       i64.load offset=48
       local.get $7
       i64.load offset=120
       local.get $4
       call $assembly/limits/cell/charged
       local.set $8
       block $__inlined_func$assembly/limits/cell/stampOf$1351 (result i64)
        local.get $14
        i32.load offset=40
        local.tee $7
        i32.const 4
        i32.eq
        if
         local.get $8
         local.get $14
         i64.load32_u offset=48
         i64.const 1
         i64.shl
         i64.shr_s
         br $__inlined_func$assembly/limits/cell/stampOf$1351
        end
        local.get $8
        local.get $7
        i32.eqz
        br_if $__inlined_func$assembly/limits/cell/stampOf$1351
        drop
        i64.const 0
        local.get $7
        i32.const 5
        i32.eq
        br_if $__inlined_func$assembly/limits/cell/stampOf$1351
        drop
        local.get $8
        local.get $14
        i64.load32_u offset=48
        i64.shr_s
       end
      end
      i64.store offset=96
      local.get $5
      i32.const 128
      i32.add
      local.set $5
      br $for-loop|09
     end
    end
   end
   local.get $2
   if
    local.get $1
    local.set $5
    loop $for-loop|010
     local.get $5
     local.get $10
     i32.lt_u
     if
      local.get $5
      i32.load offset=20
      local.set $7
      local.get $5
      i32.load offset=104
      local.tee $14
      i32.const 6
      i32.shl
      local.tee $15
      local.get $0
      i32.load offset=108
      local.get $0
      i32.load offset=112
      i32.const 63
      i32.add
      i32.const 6
      i32.shr_u
      i32.const 3
      i32.shl
      i32.const 63
      i32.add
      i32.const -64
      i32.and
      i32.add
      i32.add
      local.tee $16
      local.get $5
      i32.load offset=8
      i32.store offset=4
      local.get $16
      local.get $5
      i64.load
      i64.store offset=8
      local.get $16
      local.get $5
      i64.load offset=96
      i64.store offset=24
      local.get $16
      local.get $5
      i64.load offset=32
      i32.wrap_i64
      i32.const 4095
      i32.and
      i32.store offset=32
      local.get $16
      local.get $5
      i32.load offset=72
      i32.store offset=40
      local.get $16
      local.get $7
      i32.load offset=44
      i32.const 4
      i32.and
      i32.store offset=44
      local.get $0
      i32.load offset=108
      local.get $0
      i32.load offset=112
      i32.const 63
      i32.add
      i32.const 6
      i32.shr_u
      i32.const 3
      i32.shl
      i32.const 63
      i32.add
      i32.const -64
      i32.and
      i32.add
      local.get $15
      i32.add
      local.get $4
      local.get $7
      f64.load offset=56
      f64.add
      f64.store offset=16
      local.get $16
      local.get $5
      i32.load offset=108
      i32.const 5
      i32.shl
      local.tee $7
      i32.const 1
      i32.or
      local.get $7
      i32.const 2
      i32.or
      i32.atomic.rmw.cmpxchg
      drop
      local.get $0
      i32.load offset=108
      local.tee $7
      local.get $14
      i32.const 6
      i32.shr_u
      i32.const 3
      i32.shl
      i32.add
      local.set $14
      local.get $7
      local.get $0
      i32.load offset=112
      i32.const 63
      i32.add
      i32.const 6
      i32.shr_u
      i32.const 3
      i32.shl
      i32.const 63
      i32.add
      i32.const -64
      i32.and
      i32.add
      local.get $15
      i32.add
      i64.load offset=16
      local.set $8
      loop $while-continue|08
       local.get $14
       i64.atomic.load
       local.tee $9
       local.get $8
       i64.le_u
       if (result i32)
        i32.const 1
       else
        local.get $9
        local.get $14
        local.get $9
        local.get $8
        i64.atomic.rmw.cmpxchg
        i64.eq
       end
       i32.eqz
       br_if $while-continue|08
      end
      loop $while-continue|01
       i32.const 8464
       i64.atomic.load
       local.tee $9
       local.get $8
       i64.le_u
       if (result i32)
        i32.const 1
       else
        local.get $9
        i32.const 8464
        local.get $9
        local.get $8
        i64.atomic.rmw.cmpxchg
        i64.eq
       end
       i32.eqz
       br_if $while-continue|01
      end
      local.get $5
      i32.const 128
      i32.add
      local.set $5
      br $for-loop|010
     end
    end
   else
    local.get $1
    local.set $5
    loop $for-loop|011
     local.get $5
     local.get $10
     i32.lt_u
     if
      local.get $0
      i32.load offset=108
      local.get $0
      i32.load offset=112
      i32.const 63
      i32.add
      i32.const 6
      i32.shr_u
      i32.const 3
      i32.shl
      i32.const 63
      i32.add
      i32.const -64
      i32.and
      i32.add
      local.get $5
      i32.load offset=104
      i32.const 6
      i32.shl
      i32.add
      local.get $5
      i32.load offset=108
      local.tee $7
      i32.const 5
      i32.shl
      i32.const 1
      i32.or
      local.get $7
      i32.const 1
      i32.add
      i32.const 5
      i32.shl
      i32.atomic.rmw.cmpxchg
      drop
      local.get $5
      i32.const 128
      i32.add
      local.set $5
      br $for-loop|011
     end
    end
   end
  end
  local.get $1
  local.set $5
  loop $for-loop|112
   local.get $5
   local.get $10
   i32.lt_u
   if
    local.get $5
    i32.load offset=76
    i32.eqz
    if
     local.get $2
     if
      local.get $0
      local.get $5
      local.get $1
      local.get $10
      local.get $3
      local.get $4
      call $assembly/limits/apply/apply
     else
      local.get $5
      i32.load offset=20
      i32.load offset=40
      i32.const 6
      i32.ne
      if
       local.get $5
       i64.load offset=32
       local.set $8
       local.get $5
       i32.load offset=28
       local.set $7
       local.get $5
       local.get $5
       i64.load offset=48
       local.tee $9
       i64.store offset=48
       local.get $7
       if
        block $__inlined_func$assembly/limits/table/release$61
         local.get $5
         i64.load offset=40
         local.set $11
         local.get $8
         local.get $7
         i64.atomic.load
         i64.eq
         if
          local.get $7
          i32.const 8
          i32.add
          local.get $11
          i64.const 7
          i64.and
          local.get $9
          i64.const 3
          i64.shl
          i64.or
          i64.atomic.store
          br $__inlined_func$assembly/limits/table/release$61
         end
         local.get $7
         local.get $8
         i64.atomic.store
         local.get $7
         i32.const 8
         i32.add
         local.get $11
         i64.const 1
         i64.add
         i64.const 7
         i64.and
         local.get $9
         i64.const 3
         i64.shl
         i64.or
         i64.atomic.store
        end
       end
      end
     end
    end
    local.get $5
    i32.const 128
    i32.add
    local.set $5
    br $for-loop|112
   end
  end
  local.get $2
  if
   local.get $1
   local.set $2
   loop $for-loop|0913
    local.get $2
    local.get $10
    i32.lt_u
    if
     block $for-continue|010
      local.get $2
      i32.load offset=28
      if (result i32)
       i32.const 1
      else
       local.get $2
       i32.load offset=76
      end
      br_if $for-continue|010
      local.get $2
      i64.load offset=48
      local.tee $8
      i64.eqz
      if (result i32)
       i32.const 1
      else
       local.get $2
       i32.load offset=20
       i32.load offset=40
       i32.const 6
       i32.eq
      end
      br_if $for-continue|010
      local.get $2
      local.get $0
      local.get $2
      i32.load offset=24
      local.get $2
      i64.load offset=32
      local.get $8
      local.get $4
      call $assembly/limits/table/insert
      i32.store offset=28
     end
     local.get $2
     i32.const 128
     i32.add
     local.set $2
     br $for-loop|0913
    end
   end
  end
  local.get $3
  i32.const 4
  i32.eq
  if
   local.get $1
   local.set $2
   loop $for-loop|02414
    local.get $2
    local.get $10
    i32.lt_u
    if
     local.get $0
     local.get $2
     local.get $2
     i32.load offset=8
     i32.const 0
     local.get $4
     call $assembly/limits/settle/dropKeyLeases
     i32.const 8476
     i32.atomic.load
     if
      local.get $0
      local.get $0
      i32.load offset=56
      local.get $2
      i64.load offset=32
      local.tee $8
      i32.wrap_i64
      i32.const 4095
      i32.and
      i32.const 7
      i32.shl
      i32.add
      i64.load32_u offset=104
      local.get $8
      i64.const -8192
      i64.and
      i64.or
      f64.const 0
      local.get $4
      call $assembly/limits/exceptions/setBlock
      drop
     end
     local.get $2
     i32.const 128
     i32.add
     local.set $2
     br $for-loop|02414
    end
   end
  end
  local.get $1
  local.set $5
  loop $for-loop|2
   local.get $5
   local.get $10
   i32.lt_u
   if
    local.get $6
    i32.const 1
    i32.ne
    if
     local.get $5
     i32.const 0
     i32.store offset=72
    end
    local.get $5
    i32.load offset=76
    local.tee $2
    local.get $5
    local.get $2
    select
    local.get $5
    i32.load offset=20
    local.tee $2
    local.get $4
    call $assembly/limits/operate/stateFor
    local.set $8
    local.get $5
    i32.load offset=68
    local.set $7
    local.get $5
    f64.load offset=88
    local.set $12
    local.get $5
    i32.load offset=16
    local.tee $14
    i32.const -9
    i32.and
    i32.const 3
    i32.eq
    if
     local.get $5
     local.get $2
     i32.store offset=20
     local.get $5
     i32.const 1
     i32.store offset=64
     local.get $5
     local.get $2
     i32.load offset=28
     i32.store offset=68
     local.get $5
     i32.const 0
     i32.store offset=112
     local.get $5
     local.get $12
     local.get $4
     f64.sub
     local.tee $12
     f64.store offset=96
     local.get $5
     local.get $12
     f64.store offset=80
     local.get $5
     local.get $12
     f64.store offset=88
    else
     local.get $2
     i32.load offset=40
     i32.const 6
     i32.eq
     if
      local.get $7
      i64.extend_i32_u
      local.tee $9
      local.get $2
      i64.load32_u offset=28
      local.tee $11
      local.get $9
      local.get $11
      i64.lt_s
      select
      local.set $9
      local.get $14
      i32.const 1
      i32.eq
      if (result f64)
       f64.const 0
      else
       local.get $2
       local.get $8
       local.get $9
       local.get $4
       call $assembly/limits/cell/retryMs
      end
      local.set $13
      local.get $2
      local.get $8
      local.get $4
      call $assembly/limits/cell/usable
      i32.wrap_i64
      local.set $7
      local.get $2
      local.get $8
      local.get $4
      call $assembly/limits/cell/nextMs
      local.set $19
      local.get $2
      local.get $8
      local.get $4
      call $assembly/limits/cell/resetMs
      local.set $12
      local.get $5
      local.get $2
      i32.store offset=20
      local.get $5
      i32.const 1
      i32.store offset=64
      local.get $5
      local.get $2
      i32.load offset=28
      i32.store offset=68
      local.get $5
      local.get $7
      i32.store offset=112
      local.get $5
      local.get $19
      f64.store offset=96
      local.get $5
      local.get $12
      f64.store offset=80
      local.get $5
      local.get $13
      f64.store offset=88
     else
      local.get $2
      i32.load offset=28
      local.set $14
      local.get $5
      local.get $8
      i64.store offset=48
      local.get $5
      local.get $4
      f64.store offset=56
      local.get $5
      local.get $2
      i32.store offset=20
      local.get $5
      i32.const 0
      i32.store offset=64
      local.get $5
      local.get $7
      local.get $14
      local.get $7
      local.get $14
      i32.lt_u
      select
      i32.store offset=68
     end
    end
    local.get $3
    i32.eqz
    local.get $3
    i32.const 2
    i32.eq
    i32.or
    local.get $3
    i32.const 5
    i32.eq
    i32.or
    if
     local.get $5
     i32.load offset=16
     local.set $2
     local.get $6
     i32.const 1
     i32.eq
     if (result i32)
      i32.const 1
     else
      local.get $2
      i32.const 8
      i32.and
      i32.eqz
      local.get $2
      i32.const 1
      i32.ne
      i32.and
     end
     if
      local.get $2
      i32.const 1
      i32.eq
      if (result i32)
       i32.const 112
      else
       i32.const 80
       i32.const 120
       local.get $2
       i32.const 8
       i32.and
       select
      end
      local.get $5
      i32.load offset=20
      i32.add
      local.tee $2
      local.get $2
      f64.load
      f64.const 1
      f64.add
      f64.store
     end
    end
    local.get $5
    i32.const 128
    i32.add
    local.set $5
    br $for-loop|2
   end
  end
  local.get $0
  local.get $1
  local.get $10
  call $assembly/limits/open/unlockParts
  local.get $6
 )
 (func $assembly/limits/gcra/scale (param $0 i64) (param $1 i64) (param $2 i64) (param $3 i64) (result i64)
  (local $4 i64)
  (local $5 i32)
  (local $6 i64)
  (local $7 i64)
  local.get $0
  i64.const 4294967295
  i64.and
  local.tee $6
  local.get $1
  i64.const 4294967295
  i64.and
  local.tee $7
  i64.mul
  local.set $4
  local.get $1
  i64.const 32
  i64.shr_u
  local.tee $1
  local.get $6
  i64.mul
  local.get $0
  i64.const 32
  i64.shr_u
  local.tee $0
  local.get $7
  i64.mul
  local.get $4
  i64.const 32
  i64.shr_u
  i64.add
  local.tee $6
  i64.const 4294967295
  i64.and
  i64.add
  local.set $7
  local.get $2
  local.get $0
  local.get $1
  i64.mul
  local.get $6
  i64.const 32
  i64.shr_u
  i64.add
  local.get $7
  i64.const 32
  i64.shr_u
  i64.add
  local.tee $0
  i64.const 1
  i64.add
  local.get $0
  local.get $3
  local.tee $0
  local.get $4
  i64.const 4294967295
  i64.and
  local.get $7
  i64.const 32
  i64.shl
  i64.or
  i64.add
  local.tee $3
  local.get $0
  i64.lt_u
  select
  local.tee $0
  i64.le_u
  if
   i64.const 1152921504606846975
   return
  end
  i64.const 0
  local.set $1
  loop $for-loop|0
   local.get $5
   i32.const 64
   i32.lt_s
   if
    local.get $0
    i64.const 1
    i64.shl
    local.get $3
    i64.const 63
    i64.shr_u
    i64.or
    local.set $0
    local.get $3
    i64.const 1
    i64.shl
    local.set $3
    local.get $1
    i64.const 1
    i64.shl
    local.set $1
    local.get $0
    local.get $2
    i64.ge_u
    if
     local.get $1
     i64.const 1
     i64.or
     local.set $1
     local.get $0
     local.get $2
     i64.sub
     local.set $0
    end
    local.get $5
    i32.const 1
    i32.add
    local.set $5
    br $for-loop|0
   end
  end
  i64.const 1152921504606846975
  local.get $1
  local.get $1
  i64.const 1152921504606846975
  i64.gt_u
  select
 )
 (func $assembly/hash/sha256/sha256 (param $0 i32) (param $1 i32) (param $2 i32) (param $3 i32) (param $4 i32)
  (local $5 i32)
  (local $6 i32)
  (local $7 i64)
  (local $8 i32)
  (local $9 i32)
  local.get $1
  local.get $2
  local.get $2
  i32.const 63
  i32.and
  local.tee $8
  i32.sub
  i32.add
  local.set $5
  loop $for-loop|0
   local.get $1
   local.get $5
   i32.lt_u
   if
    local.get $0
    local.get $1
    call $assembly/hash/sha256/sha256Block
    local.get $1
    i32.const -64
    i32.sub
    local.set $1
    br $for-loop|0
   end
  end
  local.get $4
  local.tee $5
  local.set $6
  local.get $4
  i32.const -64
  i32.sub
  local.set $9
  loop $for-loop|00
   local.get $6
   local.get $9
   i32.lt_u
   if
    local.get $6
    i64.const 0
    i64.store
    local.get $6
    i32.const 8
    i32.add
    local.set $6
    br $for-loop|00
   end
  end
  local.get $1
  local.get $8
  i32.const -8
  i32.and
  i32.add
  local.set $6
  loop $for-loop|001
   local.get $1
   local.get $6
   i32.lt_u
   if
    local.get $5
    local.get $1
    i64.load
    i64.store
    local.get $1
    i32.const 8
    i32.add
    local.set $1
    local.get $5
    i32.const 8
    i32.add
    local.set $5
    br $for-loop|001
   end
  end
  i64.const 128
  local.set $7
  local.get $8
  i32.const 7
  i32.and
  local.set $6
  loop $for-loop|1
   local.get $6
   if
    local.get $1
    local.get $6
    i32.add
    i32.const 1
    i32.sub
    i64.load8_u
    local.get $7
    i64.const 8
    i64.shl
    i64.or
    local.set $7
    local.get $6
    i32.const 1
    i32.sub
    local.set $6
    br $for-loop|1
   end
  end
  local.get $5
  local.get $7
  i64.store
  local.get $8
  i32.const 56
  i32.ge_u
  if
   local.get $0
   local.get $4
   call $assembly/hash/sha256/sha256Block
   local.get $4
   local.tee $1
   i32.const -64
   i32.sub
   local.set $5
   loop $for-loop|002
    local.get $1
    local.get $5
    i32.lt_u
    if
     local.get $1
     i64.const 0
     i64.store
     local.get $1
     i32.const 8
     i32.add
     local.set $1
     br $for-loop|002
    end
   end
  end
  local.get $4
  local.get $3
  i64.extend_i32_u
  local.get $2
  i64.extend_i32_u
  i64.add
  i64.const 3
  i64.shl
  local.tee $7
  i64.const 8
  i64.shr_u
  i64.const 71777214294589695
  i64.and
  local.get $7
  i64.const 71777214294589695
  i64.and
  i64.const 8
  i64.shl
  i64.or
  local.tee $7
  i64.const 16
  i64.shr_u
  i64.const 281470681808895
  i64.and
  local.get $7
  i64.const 281470681808895
  i64.and
  i64.const 16
  i64.shl
  i64.or
  i64.const 32
  i64.rotr
  i64.store offset=56
  local.get $0
  local.get $4
  call $assembly/hash/sha256/sha256Block
  local.get $4
  i32.const -64
  i32.sub
  local.set $0
  loop $for-loop|01
   local.get $0
   local.get $4
   i32.gt_u
   if
    local.get $4
    i64.const 0
    i64.store
    local.get $4
    i32.const 8
    i32.add
    local.set $4
    br $for-loop|01
   end
  end
 )
 (func $assembly/flags/set/isInSet (param $0 i64) (param $1 i32) (result i32)
  (local $2 i32)
  (local $3 i64)
  (local $4 i32)
  local.get $0
  i64.const 48
  i64.shr_u
  i32.wrap_i64
  i32.const 65529
  i32.ne
  if
   i32.const 0
   return
  end
  local.get $1
  i64.load offset=8
  local.get $1
  i64.load offset=16
  local.get $0
  i32.wrap_i64
  local.tee $2
  i32.const 8
  i32.add
  local.get $2
  i32.load
  call $assembly/hash/siphash/siphash
  local.tee $0
  i64.const 64
  local.get $1
  i64.load32_u offset=4
  local.tee $3
  i64.sub
  i64.shr_u
  i64.const 2
  i64.shl
  i32.wrap_i64
  local.get $1
  i32.const 24
  i32.add
  i32.add
  local.set $2
  local.get $1
  i64.const 1
  local.get $3
  i64.shl
  i64.const 2
  i64.shl
  i64.const 35
  i64.add
  i64.const -8
  i64.and
  i32.wrap_i64
  i32.add
  local.tee $4
  local.get $2
  i32.load
  i32.const 3
  i32.shl
  i32.add
  local.set $1
  local.get $4
  local.get $2
  i32.load offset=4
  i32.const 3
  i32.shl
  i32.add
  local.set $2
  loop $for-loop|0
   local.get $1
   local.get $2
   i32.lt_u
   if
    local.get $1
    i64.load
    local.get $0
    i64.eq
    if
     i32.const 1
     return
    end
    local.get $1
    i32.const 8
    i32.add
    local.set $1
    br $for-loop|0
   end
  end
  i32.const 0
 )
 (func $assembly/flags/membership/startsWith (param $0 i64) (param $1 i64) (result i64)
  (local $2 i32)
  (local $3 i32)
  (local $4 i32)
  (local $5 i32)
  local.get $0
  i64.const 48
  i64.shr_u
  i32.wrap_i64
  i32.const 65529
  i32.eq
  if (result i32)
   local.get $1
   i64.const 48
   i64.shr_u
   i32.wrap_i64
   i32.const 65529
   i32.eq
  else
   i32.const 0
  end
  i32.eqz
  if
   i64.const -844424930131968
   return
  end
  local.get $1
  i32.wrap_i64
  i32.load
  local.tee $2
  local.get $0
  i32.wrap_i64
  i32.load
  i32.gt_u
  if
   i64.const -1125899906842624
   return
  end
  local.get $1
  i32.wrap_i64
  i32.const 8
  i32.add
  local.set $5
  local.get $2
  local.get $0
  i32.wrap_i64
  i32.const 8
  i32.add
  local.tee $2
  i32.add
  local.set $4
  block $__inlined_func$assembly/flags/text/equalBytes$119 (result i32)
   loop $for-loop|0
    local.get $2
    i32.const 8
    i32.add
    local.tee $3
    local.get $4
    i32.le_u
    if
     i32.const 0
     local.get $2
     i64.load
     local.get $5
     i64.load
     i64.ne
     br_if $__inlined_func$assembly/flags/text/equalBytes$119
     drop
     local.get $3
     local.set $2
     local.get $5
     i32.const 8
     i32.add
     local.set $5
     br $for-loop|0
    end
   end
   loop $for-loop|1
    local.get $2
    local.get $4
    i32.lt_u
    if
     i32.const 0
     local.get $2
     i32.load8_u
     local.get $5
     i32.load8_u
     i32.ne
     br_if $__inlined_func$assembly/flags/text/equalBytes$119
     drop
     local.get $2
     i32.const 1
     i32.add
     local.set $2
     local.get $5
     i32.const 1
     i32.add
     local.set $5
     br $for-loop|1
    end
   end
   i32.const 1
  end
  i64.extend_i32_u
  i64.const -1125899906842624
  i64.or
 )
 (func $assembly/flags/membership/endsWith (param $0 i64) (param $1 i64) (result i64)
  (local $2 i32)
  (local $3 i32)
  (local $4 i32)
  (local $5 i32)
  local.get $0
  i64.const 48
  i64.shr_u
  i32.wrap_i64
  i32.const 65529
  i32.eq
  if (result i32)
   local.get $1
   i64.const 48
   i64.shr_u
   i32.wrap_i64
   i32.const 65529
   i32.eq
  else
   i32.const 0
  end
  i32.eqz
  if
   i64.const -844424930131968
   return
  end
  local.get $1
  i32.wrap_i64
  i32.load
  local.tee $2
  local.get $0
  i32.wrap_i64
  i32.load
  local.tee $3
  i32.gt_u
  if
   i64.const -1125899906842624
   return
  end
  local.get $1
  i32.wrap_i64
  i32.const 8
  i32.add
  local.set $5
  local.get $2
  local.get $0
  i32.wrap_i64
  i32.const 8
  i32.add
  local.get $3
  local.get $2
  i32.sub
  i32.add
  local.tee $2
  i32.add
  local.set $4
  block $__inlined_func$assembly/flags/text/equalBytes$130 (result i32)
   loop $for-loop|0
    local.get $2
    i32.const 8
    i32.add
    local.tee $3
    local.get $4
    i32.le_u
    if
     i32.const 0
     local.get $2
     i64.load
     local.get $5
     i64.load
     i64.ne
     br_if $__inlined_func$assembly/flags/text/equalBytes$130
     drop
     local.get $3
     local.set $2
     local.get $5
     i32.const 8
     i32.add
     local.set $5
     br $for-loop|0
    end
   end
   loop $for-loop|1
    local.get $2
    local.get $4
    i32.lt_u
    if
     i32.const 0
     local.get $2
     i32.load8_u
     local.get $5
     i32.load8_u
     i32.ne
     br_if $__inlined_func$assembly/flags/text/equalBytes$130
     drop
     local.get $2
     i32.const 1
     i32.add
     local.set $2
     local.get $5
     i32.const 1
     i32.add
     local.set $5
     br $for-loop|1
    end
   end
   i32.const 1
  end
  i64.extend_i32_u
  i64.const -1125899906842624
  i64.or
 )
 (func $assembly/number/shortest/divide (param $0 i32) (param $1 i64) (param $2 i32) (param $3 i32) (result i64)
  local.get $0
  local.get $1
  i64.store offset=4
  local.get $0
  i32.const 2
  i32.const 1
  local.get $1
  i64.const 32
  i64.shr_u
  i64.const 0
  i64.ne
  select
  i32.store
  local.get $0
  local.get $2
  call $assembly/number/big/bigTimesFives
  local.get $0
  local.get $3
  call $assembly/number/big/bigTimesTwos
  local.get $0
  local.get $0
  i32.const 348
  i32.add
  call $assembly/number/big/bigDivide
 )
 (func $assembly/number/parse/parseRadix (param $0 i32) (param $1 i32) (param $2 i32) (result i64)
  (local $3 i32)
  (local $4 i64)
  (local $5 i32)
  (local $6 i32)
  (local $7 i32)
  (local $8 i64)
  local.get $0
  local.get $1
  i32.eq
  if
   i64.const 9221120237041090560
   return
  end
  loop $for-loop|0
   local.get $0
   local.get $1
   i32.lt_u
   if
    local.get $0
    i32.load8_u
    local.tee $7
    i32.const 48
    i32.sub
    local.tee $3
    i32.const 9
    i32.gt_u
    if
     local.get $7
     i32.const 32
     i32.or
     local.tee $3
     i32.const 87
     i32.sub
     i32.const 99
     local.get $3
     i32.const 102
     i32.le_u
     local.get $3
     i32.const 97
     i32.ge_u
     i32.and
     select
     local.set $3
    end
    local.get $3
    local.get $2
    i32.shr_u
    if
     i64.const 9221120237041090560
     return
    end
    local.get $4
    i64.const 64
    local.get $2
    i64.extend_i32_u
    local.tee $8
    i64.sub
    i64.shr_u
    i64.eqz
    if
     local.get $3
     i64.extend_i32_u
     local.get $4
     local.get $8
     i64.shl
     i64.or
     local.set $4
    else
     local.get $2
     local.get $5
     i32.add
     local.get $5
     local.get $5
     i32.const 4096
     i32.lt_s
     select
     local.set $5
     i32.const 1
     local.get $6
     local.get $3
     select
     local.set $6
    end
    local.get $0
    i32.const 1
    i32.add
    local.set $0
    br $for-loop|0
   end
  end
  local.get $4
  i64.eqz
  if (result i64)
   i64.const 0
  else
   local.get $4
   local.get $5
   local.get $6
   call $assembly/number/round/nearestDouble
  end
 )
 (func $assembly/number/decimal/writeDecimal (param $0 i64) (param $1 i32) (param $2 i32) (result i32)
  (local $3 i32)
  (local $4 i32)
  (local $5 i64)
  (local $6 i32)
  (local $7 i32)
  local.get $1
  local.set $3
  i32.const 1
  local.set $1
  i64.const 10
  local.set $5
  loop $for-loop|0
   local.get $1
   i32.const 19
   i32.lt_u
   local.get $0
   local.get $5
   i64.ge_u
   i32.and
   if
    local.get $1
    i32.const 1
    i32.add
    local.set $1
    local.get $5
    i64.const 10
    i64.mul
    local.set $5
    br $for-loop|0
   end
  end
  local.get $1
  local.get $3
  i32.add
  local.tee $3
  i32.const -5
  i32.lt_s
  local.get $3
  i32.const 21
  i32.gt_s
  i32.or
  if
   local.get $3
   i32.const 1
   i32.sub
   local.set $6
   i32.const 1
   local.set $3
  end
  local.get $3
  i32.const 0
  i32.le_s
  if (result i32)
   local.get $2
   i32.const 11824
   i32.store16
   local.get $2
   i32.const 2
   i32.add
   local.tee $4
   local.get $3
   i32.sub
   local.set $2
   loop $for-loop|00
    local.get $2
    local.get $4
    i32.gt_u
    if
     local.get $4
     i32.const 48
     i32.store8
     local.get $4
     i32.const 1
     i32.add
     local.set $4
     br $for-loop|00
    end
   end
   local.get $1
   local.get $4
   i32.add
   local.set $2
   loop $for-loop|01
    local.get $2
    local.get $4
    i32.gt_u
    if
     local.get $2
     i32.const 1
     i32.sub
     local.tee $2
     local.get $0
     local.get $0
     i64.const 10
     i64.div_u
     local.tee $0
     i64.const 10
     i64.mul
     i64.sub
     i32.wrap_i64
     i32.const 48
     i32.add
     i32.store8
     br $for-loop|01
    end
   end
   local.get $1
   local.get $4
   i32.add
  else
   local.get $1
   local.get $3
   i32.gt_s
   if (result i32)
    local.get $2
    i32.const 1
    i32.add
    local.tee $7
    local.get $1
    i32.add
    local.set $4
    loop $for-loop|02
     local.get $4
     local.get $7
     i32.gt_u
     if
      local.get $4
      i32.const 1
      i32.sub
      local.tee $4
      local.get $0
      local.get $0
      i64.const 10
      i64.div_u
      local.tee $0
      i64.const 10
      i64.mul
      i64.sub
      i32.wrap_i64
      i32.const 48
      i32.add
      i32.store8
      br $for-loop|02
     end
    end
    local.get $2
    local.get $2
    i32.const 1
    i32.add
    local.get $3
    memory.copy
    local.get $2
    local.get $3
    i32.add
    i32.const 46
    i32.store8
    local.get $1
    local.get $2
    i32.add
    i32.const 1
    i32.add
   else
    local.get $1
    local.get $2
    i32.add
    local.set $4
    loop $for-loop|03
     local.get $2
     local.get $4
     i32.lt_u
     if
      local.get $4
      i32.const 1
      i32.sub
      local.tee $4
      local.get $0
      local.get $0
      i64.const 10
      i64.div_u
      local.tee $0
      i64.const 10
      i64.mul
      i64.sub
      i32.wrap_i64
      i32.const 48
      i32.add
      i32.store8
      br $for-loop|03
     end
    end
    local.get $1
    local.get $2
    i32.add
    local.set $4
    local.get $2
    local.get $3
    i32.add
    local.set $1
    loop $for-loop|04
     local.get $1
     local.get $4
     i32.gt_u
     if
      local.get $4
      i32.const 48
      i32.store8
      local.get $4
      i32.const 1
      i32.add
      local.set $4
      br $for-loop|04
     end
    end
    local.get $4
   end
  end
  local.set $3
  local.get $6
  if (result i32)
   local.get $3
   i32.const 101
   i32.store8
   local.get $3
   i32.const 1
   i32.add
   i32.const 45
   i32.const 43
   local.get $6
   i32.const 0
   i32.lt_s
   select
   i32.store8
   local.get $6
   i32.const 31
   i32.shr_s
   local.tee $1
   local.get $1
   local.get $6
   i32.add
   i32.xor
   i64.extend_i32_s
   local.set $0
   i32.const 1
   local.set $2
   i64.const 10
   local.set $5
   loop $for-loop|05
    local.get $2
    i32.const 19
    i32.lt_u
    local.get $0
    local.get $5
    i64.ge_u
    i32.and
    if
     local.get $2
     i32.const 1
     i32.add
     local.set $2
     local.get $5
     i64.const 10
     i64.mul
     local.set $5
     br $for-loop|05
    end
   end
   local.get $3
   i32.const 2
   i32.add
   local.tee $4
   local.get $2
   local.tee $1
   i32.add
   local.set $2
   loop $for-loop|006
    local.get $2
    local.get $4
    i32.gt_u
    if
     local.get $2
     i32.const 1
     i32.sub
     local.tee $2
     local.get $0
     local.get $0
     i64.const 10
     i64.div_u
     local.tee $0
     i64.const 10
     i64.mul
     i64.sub
     i32.wrap_i64
     i32.const 48
     i32.add
     i32.store8
     br $for-loop|006
    end
   end
   local.get $3
   i32.const 2
   i32.add
   local.get $1
   i32.add
  else
   local.get $3
  end
 )
 (func $assembly/number/big/bigTimesFives (param $0 i32) (param $1 i32)
  (local $2 i64)
  (local $3 i32)
  (local $4 i32)
  loop $for-loop|0
   local.get $1
   i32.const 13
   i32.ge_u
   if
    local.get $0
    i32.const 4
    i32.add
    local.tee $3
    local.get $0
    i32.load
    i32.const 2
    i32.shl
    i32.add
    local.set $4
    i64.const 0
    local.set $2
    loop $for-loop|00
     local.get $3
     local.get $4
     i32.lt_u
     if
      local.get $3
      local.get $2
      local.get $3
      i64.load32_u
      i64.const 1220703125
      i64.mul
      i64.add
      local.tee $2
      i64.store32
      local.get $2
      i64.const 32
      i64.shr_u
      local.set $2
      local.get $3
      i32.const 4
      i32.add
      local.set $3
      br $for-loop|00
     end
    end
    local.get $2
    i64.const 0
    i64.ne
    if
     local.get $4
     local.get $2
     i64.store32
     local.get $0
     local.get $0
     i32.load
     i32.const 1
     i32.add
     i32.store
    end
    local.get $1
    i32.const 13
    i32.sub
    local.set $1
    br $for-loop|0
   end
  end
  i32.const 1
  local.set $3
  loop $for-loop|1
   local.get $1
   if
    local.get $3
    i32.const 5
    i32.mul
    local.set $3
    local.get $1
    i32.const 1
    i32.sub
    local.set $1
    br $for-loop|1
   end
  end
  local.get $3
  i32.const 1
  i32.ne
  if
   block $__inlined_func$assembly/number/big/bigMultiplyAdd$1018
    local.get $0
    i32.const 4
    i32.add
    local.tee $1
    local.get $0
    i32.load
    i32.const 2
    i32.shl
    i32.add
    local.set $4
    i64.const 0
    local.set $2
    loop $for-loop|02
     local.get $1
     local.get $4
     i32.lt_u
     if
      local.get $1
      local.get $2
      local.get $1
      i64.load32_u
      local.get $3
      i64.extend_i32_u
      i64.mul
      i64.add
      local.tee $2
      i64.store32
      local.get $2
      i64.const 32
      i64.shr_u
      local.set $2
      local.get $1
      i32.const 4
      i32.add
      local.set $1
      br $for-loop|02
     end
    end
    local.get $2
    i64.eqz
    br_if $__inlined_func$assembly/number/big/bigMultiplyAdd$1018
    local.get $4
    local.get $2
    i64.store32
    local.get $0
    local.get $0
    i32.load
    i32.const 1
    i32.add
    i32.store
   end
  end
 )
 (func $assembly/limits/part/partRetryMs (param $0 i32) (result f64)
  (local $1 i32)
  local.get $0
  i32.load offset=64
  i32.const 1
  i32.eq
  if
   local.get $0
   f64.load offset=88
   return
  end
  local.get $0
  i32.load offset=20
  local.tee $1
  if (result i32)
   local.get $1
   i32.load offset=28
  else
   i32.const 0
  end
  i32.eqz
  if
   f64.const 0
   return
  end
  local.get $0
  i32.load offset=20
  local.get $0
  i64.load offset=48
  local.get $0
  i64.load32_u offset=68
  local.get $0
  f64.load offset=56
  call $assembly/limits/cell/retryMs
 )
 (func $assembly/limits/log/logCharge (param $0 i32) (param $1 i32) (param $2 i32) (param $3 i64) (param $4 f64)
  (local $5 i64)
  (local $6 i64)
  (local $7 i64)
  (local $8 i64)
  (local $9 i64)
  local.get $1
  i64.load32_u offset=8
  local.set $6
  local.get $4
  f64.const 1e3
  f64.mul
  i64.trunc_sat_f64_s
  local.get $0
  i64.load offset=32
  i64.sub
  local.set $7
  loop $while-continue|0
   local.get $5
   local.get $6
   i64.lt_s
   if (result i32)
    local.get $7
    local.get $1
    local.get $5
    i32.wrap_i64
    i32.const 3
    i32.shl
    i32.add
    i64.load offset=32
    i64.ge_s
   else
    i32.const 0
   end
   if
    local.get $5
    i64.const 1
    i64.add
    local.set $5
    br $while-continue|0
   end
  end
  local.get $1
  i64.load32_u offset=8
  local.tee $9
  local.get $5
  local.tee $6
  i64.sub
  local.set $5
  local.get $2
  local.get $1
  i32.const 32
  i32.add
  local.tee $0
  i32.sub
  i64.extend_i32_u
  i64.const 3
  i64.shr_u
  local.set $8
  local.get $4
  f64.const 1e3
  f64.mul
  f64.ceil
  i64.trunc_sat_f64_s
  local.set $7
  local.get $9
  i64.const 0
  local.get $1
  select
  local.tee $9
  i64.const 0
  i64.ne
  if
   local.get $7
   local.get $1
   local.get $9
   i64.const 1
   i64.sub
   i32.wrap_i64
   i32.const 3
   i32.shl
   i32.add
   i64.load offset=32
   local.tee $9
   local.get $7
   local.get $9
   i64.gt_s
   select
   local.set $7
  end
  local.get $6
  i64.const 0
  i64.ne
  if
   local.get $0
   local.get $0
   local.get $6
   i32.wrap_i64
   i32.const 3
   i32.shl
   i32.add
   local.get $5
   i32.wrap_i64
   i32.const 3
   i32.shl
   memory.copy
  end
  loop $for-loop|0
   local.get $5
   local.get $8
   i64.lt_s
   local.get $3
   i64.const 0
   i64.gt_s
   i32.and
   if
    local.get $0
    local.get $5
    i32.wrap_i64
    i32.const 3
    i32.shl
    i32.add
    local.get $7
    i64.store
    local.get $5
    i64.const 1
    i64.add
    local.set $5
    local.get $3
    i64.const 1
    i64.sub
    local.set $3
    br $for-loop|0
   end
  end
  local.get $1
  local.get $5
  i64.store32 offset=8
 )
 (func $assembly/limits/key/hashKeyBytes (param $0 i32) (param $1 i32) (param $2 i32)
  local.get $1
  local.get $0
  i64.load offset=32
  local.get $0
  i64.load offset=40
  local.get $0
  i32.load offset=48
  local.get $2
  call $assembly/hash/siphash/siphash
  i64.store
  local.get $1
  i32.const 0
  i32.store offset=20
 )
 (func $assembly/limits/cell/retryMs (param $0 i32) (param $1 i64) (param $2 i64) (param $3 f64) (result f64)
  (local $4 f64)
  (local $5 f64)
  (local $6 f64)
  (local $7 i64)
  (local $8 i32)
  (local $9 i64)
  (local $10 i64)
  (local $11 i64)
  (local $12 i64)
  (local $13 i64)
  local.get $0
  i32.load offset=40
  local.tee $8
  i32.eqz
  if
   local.get $0
   i64.load offset=16
   local.tee $7
   local.get $2
   local.get $0
   i64.load offset=8
   i64.mul
   local.tee $2
   local.get $1
   local.get $0
   i64.load
   local.tee $9
   local.get $3
   f64.const 1e3
   f64.const 1
   local.get $0
   i32.load offset=24
   local.tee $0
   i32.const 1
   i32.eq
   select
   f64.const 1e6
   local.get $0
   select
   local.tee $6
   f64.mul
   i64.trunc_sat_f64_s
   local.tee $10
   i64.mul
   i64.sub
   local.tee $11
   i64.const 0
   local.get $11
   i64.const 0
   i64.gt_s
   select
   i64.add
   i64.lt_s
   if
    local.get $3
    local.get $1
    local.get $7
    local.get $2
    i64.sub
    i64.sub
    local.get $9
    i64.add
    i64.const 1
    i64.sub
    local.get $9
    i64.div_s
    local.tee $1
    local.get $10
    i64.sub
    local.tee $2
    i64.const 0
    local.get $2
    i64.const 0
    i64.gt_s
    select
    f64.convert_i64_s
    local.get $6
    f64.div
    local.tee $4
    f64.add
    f64.const 1.1102230246251565e-16
    f64.mul
    local.set $5
    loop $while-continue|0
     local.get $3
     local.get $4
     f64.add
     local.get $6
     f64.mul
     i64.trunc_sat_f64_s
     local.get $1
     i64.lt_s
     if
      local.get $4
      local.get $5
      f64.add
      local.set $4
      local.get $5
      local.get $5
      f64.add
      local.set $5
      br $while-continue|0
     end
    end
   end
   local.get $4
   return
  end
  local.get $8
  i32.const 4
  i32.eq
  if
   local.get $0
   local.get $1
   local.get $3
   call $assembly/limits/sliding/slidingUsable
   local.get $2
   i64.lt_s
   if
    local.get $3
    i64.trunc_sat_f64_s
    local.get $0
    i64.load offset=32
    i64.div_s
    local.tee $7
    local.get $1
    local.get $0
    i64.load32_u offset=48
    local.tee $9
    i64.const 1
    i64.shl
    i64.shr_s
    i64.sub
    local.tee $10
    i64.const 0
    i64.gt_s
    if
     local.get $10
     i64.const 1
     i64.eq
     if (result i64)
      local.get $1
      i64.const 1
      local.get $9
      i64.shl
      i64.const 1
      i64.sub
      i64.and
     else
      i64.const 0
     end
     local.get $7
     local.get $9
     i64.shl
     i64.or
     local.get $9
     i64.shl
     local.set $1
    end
    local.get $0
    i64.load offset=32
    local.tee $11
    local.get $1
    local.get $0
    i64.load32_u offset=48
    local.tee $9
    i64.const 1
    i64.shl
    i64.shr_s
    i64.mul
    local.set $10
    local.get $3
    local.get $0
    i64.load32_u offset=28
    local.get $2
    i64.sub
    local.tee $12
    i64.const 1
    local.get $9
    i64.shl
    i64.const 1
    i64.sub
    local.tee $13
    local.get $1
    i64.and
    local.tee $2
    i64.sub
    local.tee $7
    i64.const 0
    i64.ge_s
    if (result i64)
     block $__inlined_func$assembly/limits/sliding/fadedAt$754 (result i64)
      i64.const 0
      local.get $7
      local.get $13
      local.get $1
      local.get $9
      i64.shr_s
      i64.and
      local.tee $1
      i64.ge_s
      br_if $__inlined_func$assembly/limits/sliding/fadedAt$754
      drop
      local.get $11
      local.get $0
      i32.load offset=44
      i32.const 2
      i32.and
      br_if $__inlined_func$assembly/limits/sliding/fadedAt$754
      drop
      local.get $11
      local.get $7
      local.get $11
      i64.mul
      local.get $1
      i64.div_s
      i64.sub
     end
     local.get $10
     i64.add
    else
     local.get $0
     i64.load offset=32
     local.set $1
     block $__inlined_func$assembly/limits/sliding/fadedAt$755 (result i64)
      i64.const 0
      local.get $2
      local.get $12
      i64.le_s
      br_if $__inlined_func$assembly/limits/sliding/fadedAt$755
      drop
      local.get $1
      local.get $0
      i32.load offset=44
      i32.const 2
      i32.and
      br_if $__inlined_func$assembly/limits/sliding/fadedAt$755
      drop
      local.get $1
      local.get $1
      local.get $12
      i64.mul
      local.get $2
      i64.div_s
      i64.sub
     end
     local.get $10
     local.get $11
     i64.add
     i64.add
    end
    local.tee $1
    local.get $3
    i64.trunc_sat_f64_s
    i64.sub
    local.tee $2
    i64.const 0
    local.get $2
    i64.const 0
    i64.gt_s
    select
    f64.convert_i64_s
    local.tee $4
    f64.add
    f64.const 1.1102230246251565e-16
    f64.mul
    local.set $5
    loop $while-continue|00
     local.get $3
     local.get $4
     f64.add
     i64.trunc_sat_f64_s
     local.get $1
     i64.lt_s
     if
      local.get $4
      local.get $5
      f64.add
      local.set $4
      local.get $5
      local.get $5
      f64.add
      local.set $5
      br $while-continue|00
     end
    end
   end
   local.get $4
   return
  end
  local.get $8
  i32.const 6
  i32.eq
  if
   local.get $1
   i32.wrap_i64
   local.set $8
   i64.const 0
   local.set $1
   local.get $8
   if (result i64)
    local.get $8
    i64.load32_u offset=8
    local.set $7
    local.get $3
    f64.const 1e3
    f64.mul
    i64.trunc_sat_f64_s
    local.get $0
    i64.load offset=32
    i64.sub
    local.set $9
    loop $while-continue|001
     local.get $1
     local.get $7
     i64.lt_s
     if (result i32)
      local.get $8
      local.get $1
      i32.wrap_i64
      i32.const 3
      i32.shl
      i32.add
      i64.load offset=32
      local.get $9
      i64.le_s
     else
      i32.const 0
     end
     if
      local.get $1
      i64.const 1
      i64.add
      local.set $1
      br $while-continue|001
     end
    end
    local.get $8
    i64.load32_u offset=8
    local.get $1
    i64.sub
   else
    i64.const 0
   end
   local.get $2
   i64.add
   local.get $0
   i64.load32_u offset=28
   i64.sub
   local.tee $2
   i64.const 0
   i64.gt_s
   if
    local.get $8
    i64.load32_u offset=8
    local.set $7
    local.get $3
    f64.const 1e3
    f64.mul
    i64.trunc_sat_f64_s
    local.get $0
    i64.load offset=32
    i64.sub
    local.set $9
    i64.const 0
    local.set $1
    loop $while-continue|01
     local.get $1
     local.get $7
     i64.lt_s
     if (result i32)
      local.get $9
      local.get $8
      local.get $1
      i32.wrap_i64
      i32.const 3
      i32.shl
      i32.add
      i64.load offset=32
      i64.ge_s
     else
      i32.const 0
     end
     if
      local.get $1
      i64.const 1
      i64.add
      local.set $1
      br $while-continue|01
     end
    end
    local.get $3
    local.get $8
    local.get $1
    local.get $2
    i64.add
    i64.const 1
    i64.sub
    i32.wrap_i64
    i32.const 3
    i32.shl
    i32.add
    i64.load offset=32
    local.get $0
    i64.load offset=32
    i64.add
    local.tee $1
    local.get $3
    f64.const 1e3
    f64.mul
    i64.trunc_sat_f64_s
    i64.sub
    local.tee $2
    i64.const 0
    local.get $2
    i64.const 0
    i64.gt_s
    select
    f64.convert_i64_s
    f64.const 1e3
    f64.div
    local.tee $4
    f64.add
    f64.const 1.1102230246251565e-16
    f64.mul
    local.set $5
    loop $while-continue|02
     local.get $3
     local.get $4
     f64.add
     f64.const 1e3
     f64.mul
     i64.trunc_sat_f64_s
     local.get $1
     i64.lt_s
     if
      local.get $4
      local.get $5
      f64.add
      local.set $4
      local.get $5
      local.get $5
      f64.add
      local.set $5
      br $while-continue|02
     end
    end
   end
   local.get $4
   return
  end
  local.get $0
  local.get $1
  local.get $3
  call $assembly/limits/cell/usable
  local.get $2
  i64.ge_s
  if
   f64.const 0
   return
  end
  local.get $8
  i32.const 5
  i32.eq
  if
   local.get $0
   f64.load offset=56
   return
  end
  local.get $0
  local.get $1
  local.get $3
  call $assembly/limits/window/windowResetMs
 )
 (func $assembly/limits/cell/resetMs (param $0 i32) (param $1 i64) (param $2 f64) (result f64)
  (local $3 f64)
  (local $4 f64)
  (local $5 f64)
  (local $6 i32)
  (local $7 i64)
  (local $8 i64)
  (local $9 i64)
  local.get $0
  i32.load offset=40
  local.tee $6
  i32.eqz
  if
   local.get $1
   local.get $0
   i64.load
   local.tee $7
   local.get $2
   f64.const 1e3
   f64.const 1
   local.get $0
   i32.load offset=24
   local.tee $0
   i32.const 1
   i32.eq
   select
   f64.const 1e6
   local.get $0
   select
   local.tee $5
   f64.mul
   i64.trunc_sat_f64_s
   local.tee $8
   i64.mul
   i64.sub
   local.tee $9
   i64.const 0
   local.get $9
   i64.const 0
   i64.gt_s
   select
   i64.const 0
   i64.ne
   if
    local.get $2
    local.get $1
    local.get $7
    i64.add
    i64.const 1
    i64.sub
    local.get $7
    i64.div_s
    local.tee $1
    local.get $8
    i64.sub
    local.tee $7
    i64.const 0
    local.get $7
    i64.const 0
    i64.gt_s
    select
    f64.convert_i64_s
    local.get $5
    f64.div
    local.tee $3
    f64.add
    f64.const 1.1102230246251565e-16
    f64.mul
    local.set $4
    loop $while-continue|0
     local.get $2
     local.get $3
     f64.add
     local.get $5
     f64.mul
     i64.trunc_sat_f64_s
     local.get $1
     i64.lt_s
     if
      local.get $3
      local.get $4
      f64.add
      local.set $3
      local.get $4
      local.get $4
      f64.add
      local.set $4
      br $while-continue|0
     end
    end
   end
   local.get $3
   return
  end
  local.get $6
  i32.const 4
  i32.eq
  if
   local.get $2
   i64.trunc_sat_f64_s
   local.get $0
   i64.load offset=32
   i64.div_s
   local.tee $7
   local.get $1
   local.get $0
   i64.load32_u offset=48
   local.tee $8
   i64.const 1
   i64.shl
   i64.shr_s
   i64.sub
   local.tee $9
   i64.const 0
   i64.gt_s
   if
    local.get $7
    local.get $8
    i64.shl
    local.set $7
    local.get $9
    i64.const 1
    i64.eq
    if (result i64)
     local.get $1
     i64.const 1
     local.get $8
     i64.shl
     i64.const 1
     i64.sub
     i64.and
    else
     i64.const 0
    end
    local.get $7
    i64.or
    local.get $8
    i64.shl
    local.set $1
   end
   i64.const 1
   local.get $0
   i64.load32_u offset=48
   i64.shl
   i64.const 1
   i64.sub
   local.get $1
   i64.and
   i64.const 0
   i64.gt_s
   if (result i64)
    i64.const 2
   else
    i64.const 1
    local.get $0
    i64.load32_u offset=48
    local.tee $7
    i64.shl
    i64.const 1
    i64.sub
    local.get $1
    local.get $7
    i64.shr_s
    i64.and
    i64.const 0
    i64.gt_s
    i64.extend_i32_u
   end
   local.tee $7
   i64.const 0
   i64.ne
   if
    local.get $2
    local.get $0
    i64.load offset=32
    local.get $7
    local.get $1
    local.get $0
    i64.load32_u offset=48
    i64.const 1
    i64.shl
    i64.shr_s
    i64.add
    i64.mul
    local.tee $1
    local.get $2
    i64.trunc_sat_f64_s
    i64.sub
    local.tee $7
    i64.const 0
    local.get $7
    i64.const 0
    i64.gt_s
    select
    f64.convert_i64_s
    local.tee $3
    f64.add
    f64.const 1.1102230246251565e-16
    f64.mul
    local.set $4
    loop $while-continue|00
     local.get $2
     local.get $3
     f64.add
     i64.trunc_sat_f64_s
     local.get $1
     i64.lt_s
     if
      local.get $3
      local.get $4
      f64.add
      local.set $3
      local.get $4
      local.get $4
      f64.add
      local.set $4
      br $while-continue|00
     end
    end
   end
   local.get $3
   return
  end
  local.get $6
  i32.const 6
  i32.eq
  if
   local.get $1
   i32.wrap_i64
   local.set $6
   i64.const 0
   local.set $1
   local.get $6
   if (result i64)
    local.get $6
    i64.load32_u offset=8
    local.set $7
    local.get $2
    f64.const 1e3
    f64.mul
    i64.trunc_sat_f64_s
    local.get $0
    i64.load offset=32
    i64.sub
    local.set $8
    loop $while-continue|01
     local.get $1
     local.get $7
     i64.lt_s
     if (result i32)
      local.get $6
      local.get $1
      i32.wrap_i64
      i32.const 3
      i32.shl
      i32.add
      i64.load offset=32
      local.get $8
      i64.le_s
     else
      i32.const 0
     end
     if
      local.get $1
      i64.const 1
      i64.add
      local.set $1
      br $while-continue|01
     end
    end
    local.get $6
    i64.load32_u offset=8
    local.get $1
    i64.sub
   else
    i64.const 0
   end
   i64.const 0
   i64.ne
   if
    local.get $2
    local.get $6
    local.get $6
    i64.load32_u offset=8
    i64.const 1
    i64.sub
    i32.wrap_i64
    i32.const 3
    i32.shl
    i32.add
    i64.load offset=32
    local.get $0
    i64.load offset=32
    i64.add
    local.tee $1
    local.get $2
    f64.const 1e3
    f64.mul
    i64.trunc_sat_f64_s
    i64.sub
    local.tee $7
    i64.const 0
    local.get $7
    i64.const 0
    i64.gt_s
    select
    f64.convert_i64_s
    f64.const 1e3
    f64.div
    local.tee $3
    f64.add
    f64.const 1.1102230246251565e-16
    f64.mul
    local.set $4
    loop $while-continue|02
     local.get $2
     local.get $3
     f64.add
     f64.const 1e3
     f64.mul
     i64.trunc_sat_f64_s
     local.get $1
     i64.lt_s
     if
      local.get $3
      local.get $4
      f64.add
      local.set $3
      local.get $4
      local.get $4
      f64.add
      local.set $4
      br $while-continue|02
     end
    end
   end
   local.get $3
   return
  end
  local.get $6
  i32.const 5
  i32.eq
  if
   local.get $1
   i64.eqz
   if (result f64)
    f64.const 0
   else
    local.get $0
    f64.load offset=56
   end
   return
  end
  local.get $0
  local.get $1
  local.get $2
  call $assembly/limits/window/windowResetMs
 )
 (func $assembly/limits/cell/converted (param $0 i32) (param $1 i32) (param $2 i64) (param $3 f64) (result i64)
  (local $4 i32)
  (local $5 f64)
  (local $6 i32)
  (local $7 i32)
  (local $8 f64)
  (local $9 i32)
  (local $10 i32)
  (local $11 i64)
  (local $12 i64)
  (local $13 i64)
  (local $14 i64)
  (local $15 i64)
  (local $16 f64)
  local.get $1
  i32.load offset=40
  local.tee $6
  local.get $0
  i32.load offset=40
  i32.eq
  local.set $9
  local.get $6
  i32.const 5
  i32.eq
  if
   local.get $2
   i64.const 0
   local.get $9
   select
   return
  end
  local.get $1
  i32.load offset=52
  local.tee $4
  i32.eqz
  local.get $0
  i32.load offset=28
  local.get $1
  i32.load offset=28
  i32.eq
  local.get $4
  i32.const 4
  i32.ne
  i32.and
  i32.or
  if (result i32)
   local.get $0
   i32.load offset=40
   local.get $1
   i32.load offset=40
   i32.eq
   if (result i32)
    local.get $0
    i64.load
    local.get $1
    i64.load
    i64.eq
   else
    i32.const 0
   end
   if (result i32)
    local.get $0
    i64.load offset=8
    local.get $1
    i64.load offset=8
    i64.eq
   else
    i32.const 0
   end
   if (result i32)
    local.get $0
    i32.load offset=24
    local.get $1
    i32.load offset=24
    i32.eq
   else
    i32.const 0
   end
   if (result i32)
    local.get $0
    i64.load offset=32
    local.get $1
    i64.load offset=32
    i64.eq
   else
    i32.const 0
   end
   if (result i32)
    local.get $0
    i32.load offset=48
    local.get $1
    i32.load offset=48
    i32.eq
   else
    i32.const 0
   end
  else
   i32.const 0
  end
  if
   local.get $2
   return
  end
  local.get $0
  i32.load offset=40
  local.tee $7
  i32.const 3
  i32.eq
  local.set $10
  local.get $7
  local.get $1
  i32.load offset=40
  i32.eq
  if (result i32)
   local.get $0
   i64.load
   local.get $1
   i64.load
   i64.eq
  else
   i32.const 0
  end
  if (result i32)
   local.get $0
   i64.load offset=8
   local.get $1
   i64.load offset=8
   i64.eq
  else
   i32.const 0
  end
  if (result i32)
   local.get $0
   i32.load offset=24
   local.get $1
   i32.load offset=24
   i32.eq
  else
   i32.const 0
  end
  if (result i32)
   local.get $0
   i64.load offset=32
   local.get $1
   i64.load offset=32
   i64.eq
  else
   i32.const 0
  end
  if (result i32)
   local.get $0
   i32.load offset=48
   local.get $1
   i32.load offset=48
   i32.eq
  else
   i32.const 0
  end
  if (result f64)
   local.get $1
   local.get $2
   local.get $3
   call $assembly/limits/cell/usedTokens
  else
   local.get $10
   if (result f64)
    local.get $3
    i64.trunc_sat_f64_s
    i32.const 8448
    f64.load
    i64.trunc_sat_f64_s
    i64.add
    local.get $0
    i64.load offset=32
    local.get $2
    local.get $0
    i64.load32_u offset=48
    local.tee $11
    i64.shr_s
    i64.const 60000
    i64.mul
    i64.add
    i64.lt_s
    if (result i64)
     local.get $2
     i64.const 1
     local.get $11
     i64.shl
     i64.const 1
     i64.sub
     i64.and
    else
     i64.const 0
    end
    f64.convert_i64_s
   else
    local.get $0
    local.get $2
    local.get $3
    call $assembly/limits/cell/usedTokens
   end
  end
  local.tee $8
  f64.const 0
  f64.eq
  if
   i64.const 0
   return
  end
  local.get $4
  i32.const 4
  i32.eq
  if
   i64.const 0
   return
  end
  local.get $9
  local.get $6
  i32.eqz
  i32.and
  if
   local.get $1
   i64.load
   local.get $3
   f64.const 1e3
   f64.const 1
   local.get $1
   i32.load offset=24
   local.tee $6
   i32.const 1
   i32.eq
   select
   f64.const 1e6
   local.get $6
   select
   f64.mul
   i64.trunc_sat_f64_s
   i64.mul
   local.set $11
   local.get $2
   local.get $0
   i64.load
   local.get $3
   f64.const 1e3
   f64.const 1
   local.get $0
   i32.load offset=24
   local.tee $6
   i32.const 1
   i32.eq
   select
   f64.const 1e6
   local.get $6
   select
   f64.mul
   i64.trunc_sat_f64_s
   i64.mul
   i64.sub
   local.tee $2
   i64.const 0
   local.get $2
   i64.const 0
   i64.gt_s
   select
   local.set $2
   local.get $0
   i64.load offset=16
   local.set $12
   local.get $1
   i64.load offset=16
   local.set $13
   local.get $0
   i64.load offset=8
   local.set $14
   local.get $1
   i64.load offset=8
   local.set $15
   local.get $1
   i32.load offset=28
   local.get $0
   i32.load offset=28
   i32.gt_u
   local.set $0
   i64.const 1152921504606846975
   local.get $4
   i32.const 2
   i32.eq
   if (result i64)
    local.get $2
    local.get $13
    local.get $12
    local.get $12
    i64.const 1
    i64.sub
    call $assembly/limits/gcra/scale
   else
    local.get $4
    i32.eqz
    local.get $0
    local.get $4
    i32.const 3
    i32.eq
    i32.and
    i32.or
    if (result i64)
     local.get $2
     local.get $15
     local.get $14
     local.get $14
     i64.const 1
     i64.sub
     call $assembly/limits/gcra/scale
    else
     local.get $12
     local.get $2
     i64.sub
     local.tee $2
     i64.const 0
     i64.ge_s
     if (result i64)
      local.get $13
      local.get $2
      local.get $15
      local.get $14
      i64.const 0
      call $assembly/limits/gcra/scale
      i64.sub
      local.tee $2
      i64.const 0
      local.get $2
      i64.const 0
      i64.gt_s
      select
     else
      i64.const 0
      local.get $2
      i64.sub
      local.get $15
      local.get $14
      local.get $14
      i64.const 1
      i64.sub
      call $assembly/limits/gcra/scale
      local.get $13
      i64.add
     end
    end
   end
   local.tee $2
   local.get $11
   i64.add
   local.get $2
   i64.const 1152921504606846975
   local.get $11
   i64.sub
   i64.gt_s
   select
   return
  end
  block $__inlined_func$assembly/limits/cell/usedAfterChange$638 (result f64)
   local.get $8
   local.get $1
   i32.load offset=52
   local.tee $7
   i32.eqz
   br_if $__inlined_func$assembly/limits/cell/usedAfterChange$638
   drop
   f64.const 0
   local.get $7
   i32.const 4
   i32.eq
   br_if $__inlined_func$assembly/limits/cell/usedAfterChange$638
   drop
   local.get $8
   local.get $1
   i32.load offset=28
   f64.convert_i32_u
   local.tee $16
   f64.mul
   local.get $0
   i32.load offset=28
   f64.convert_i32_u
   local.tee $5
   f64.div
   local.get $7
   i32.const 2
   i32.eq
   br_if $__inlined_func$assembly/limits/cell/usedAfterChange$638
   drop
   local.get $8
   local.get $7
   i32.const 3
   i32.eq
   local.get $5
   local.get $16
   f64.lt
   i32.and
   br_if $__inlined_func$assembly/limits/cell/usedAfterChange$638
   drop
   local.get $16
   local.get $5
   local.get $8
   f64.sub
   f64.sub
   f64.const 0
   f64.max
  end
  local.tee $5
  f64.const 0
  f64.eq
  if
   i64.const 0
   return
  end
  local.get $6
  i32.eqz
  if
   local.get $1
   i64.load
   local.get $3
   f64.const 1e3
   f64.const 1
   local.get $1
   i32.load offset=24
   local.tee $0
   i32.const 1
   i32.eq
   select
   f64.const 1e6
   local.get $0
   select
   f64.mul
   i64.trunc_sat_f64_s
   i64.mul
   local.tee $2
   local.get $5
   local.get $1
   i64.load offset=8
   f64.convert_i64_s
   f64.mul
   f64.ceil
   local.tee $3
   i64.trunc_sat_f64_s
   i64.add
   i64.const 1152921504606846975
   i64.const 1152921504606846975
   local.get $2
   i64.sub
   f64.convert_i64_s
   local.get $3
   f64.gt
   select
   return
  end
  local.get $6
  i32.const 4
  i32.eq
  if
   local.get $9
   local.get $4
   i32.eqz
   i32.and
   if (result i32)
    local.get $0
    i64.load offset=32
    local.get $1
    i64.load offset=32
    i64.eq
   else
    i32.const 0
   end
   if
    i64.const 1
    local.get $0
    i64.load32_u offset=48
    local.tee $11
    i64.shl
    i64.const 1
    i64.sub
    local.tee $12
    local.get $2
    i64.and
    local.set $13
    i64.const 1
    local.get $1
    i64.load32_u offset=48
    local.tee $14
    i64.shl
    i64.const 1
    i64.sub
    local.set $15
    local.get $2
    local.get $11
    i64.const 1
    i64.shl
    i64.shr_s
    local.get $14
    i64.shl
    local.get $12
    local.get $2
    local.get $11
    i64.shr_s
    i64.and
    local.tee $2
    local.get $15
    local.get $2
    local.get $15
    i64.lt_s
    select
    i64.or
    local.get $14
    i64.shl
    local.get $13
    local.get $15
    local.get $13
    local.get $15
    i64.lt_s
    select
    i64.or
    return
   end
   local.get $3
   i64.trunc_sat_f64_s
   local.get $1
   i64.load offset=32
   i64.div_s
   local.tee $2
   local.get $1
   i64.load32_u offset=48
   local.tee $11
   i64.shl
   local.get $11
   i64.shl
   i64.const 0
   local.get $2
   i64.const 0
   i64.gt_s
   select
   local.tee $2
   local.get $5
   f64.ceil
   i64.trunc_sat_f64_s
   local.tee $12
   i64.const 1
   local.get $11
   i64.shl
   i64.const 1
   i64.sub
   local.tee $11
   local.get $2
   local.get $11
   i64.and
   i64.sub
   local.tee $2
   local.get $2
   local.get $12
   i64.gt_s
   select
   i64.add
   return
  end
  local.get $0
  i32.load offset=40
  local.get $1
  i32.load offset=40
  i32.eq
  if (result i32)
   local.get $0
   i64.load
   local.get $1
   i64.load
   i64.eq
  else
   i32.const 0
  end
  if (result i32)
   local.get $0
   i64.load offset=8
   local.get $1
   i64.load offset=8
   i64.eq
  else
   i32.const 0
  end
  if (result i32)
   local.get $0
   i32.load offset=24
   local.get $1
   i32.load offset=24
   i32.eq
  else
   i32.const 0
  end
  if (result i32)
   local.get $0
   i64.load offset=32
   local.get $1
   i64.load offset=32
   i64.eq
  else
   i32.const 0
  end
  if (result i32)
   local.get $0
   i32.load offset=48
   local.get $1
   i32.load offset=48
   i32.eq
  else
   i32.const 0
  end
  if
   local.get $2
   i64.const 1
   local.get $1
   i64.load32_u offset=48
   i64.shl
   i64.const 1
   i64.sub
   local.tee $2
   i64.const -1
   i64.xor
   i64.and
   local.get $5
   f64.ceil
   i64.trunc_sat_f64_s
   local.tee $11
   local.get $2
   local.get $2
   local.get $11
   i64.gt_s
   select
   i64.or
   return
  end
  local.get $1
  i64.const 0
  local.get $5
  f64.ceil
  i64.trunc_sat_f64_s
  local.get $3
  call $assembly/limits/window/windowCharged
 )
 (func $assembly/limits/cell/charged (param $0 i32) (param $1 i64) (param $2 i64) (param $3 f64) (result i64)
  (local $4 i64)
  (local $5 i64)
  (local $6 i32)
  (local $7 i64)
  local.get $0
  i32.load offset=40
  local.tee $6
  i32.eqz
  if
   i64.const 1152921504606846975
   local.get $1
   local.get $0
   i64.load
   local.get $3
   f64.const 1e3
   f64.const 1
   local.get $0
   i32.load offset=24
   local.tee $6
   i32.const 1
   i32.eq
   select
   f64.const 1e6
   local.get $6
   select
   f64.mul
   i64.trunc_sat_f64_s
   i64.mul
   local.tee $4
   local.get $1
   local.get $4
   i64.gt_s
   select
   local.tee $1
   local.get $0
   i64.load offset=8
   local.tee $4
   local.get $2
   i64.mul
   i64.add
   local.get $2
   i64.const 1152921504606846975
   local.get $1
   i64.sub
   local.get $4
   i64.div_s
   i64.gt_s
   select
   return
  end
  local.get $6
  i32.const 4
  i32.eq
  if
   local.get $3
   i64.trunc_sat_f64_s
   local.get $0
   i64.load offset=32
   i64.div_s
   local.tee $7
   local.get $1
   local.get $0
   i64.load32_u offset=48
   local.tee $5
   i64.const 1
   i64.shl
   i64.shr_s
   i64.sub
   local.tee $4
   i64.const 0
   i64.gt_s
   if
    local.get $4
    i64.const 1
    i64.eq
    if (result i64)
     local.get $1
     i64.const 1
     local.get $5
     i64.shl
     i64.const 1
     i64.sub
     i64.and
    else
     i64.const 0
    end
    local.get $7
    local.get $5
    i64.shl
    i64.or
    local.get $5
    i64.shl
    local.set $1
   end
   local.get $1
   local.get $2
   i64.const 1
   local.get $0
   i64.load32_u offset=48
   i64.shl
   i64.const 1
   i64.sub
   local.tee $4
   local.get $1
   local.get $4
   i64.and
   i64.sub
   local.tee $1
   local.get $1
   local.get $2
   i64.gt_s
   select
   i64.add
   return
  end
  local.get $6
  i32.const 5
  i32.eq
  if
   i64.const 2147483647
   local.get $1
   local.get $2
   i64.add
   local.tee $1
   local.get $1
   i64.const 2147483647
   i64.ge_s
   select
   return
  end
  local.get $0
  local.get $1
  local.get $2
  local.get $3
  call $assembly/limits/window/windowCharged
 )
 (func $assembly/hash/crc32/remainder32 (param $0 i32) (param $1 i32) (result i32)
  local.get $1
  local.get $0
  i32.const 2
  i32.shl
  i32.const 60
  i32.and
  i32.add
  i32.load
  local.get $1
  local.get $0
  i32.const 2
  i32.shr_u
  i32.const 60
  i32.and
  i32.add
  i32.load offset=64
  i32.xor
  local.get $1
  local.get $0
  i32.const 6
  i32.shr_u
  i32.const 60
  i32.and
  i32.add
  i32.load offset=128
  local.get $1
  local.get $0
  i32.const 10
  i32.shr_u
  i32.const 60
  i32.and
  i32.add
  i32.load offset=192
  i32.xor
  i32.xor
  local.get $1
  i32.const 256
  i32.add
  local.tee $1
  local.get $0
  i32.const 16
  i32.shr_u
  local.tee $0
  i32.const 2
  i32.shl
  i32.const 60
  i32.and
  i32.add
  i32.load
  local.get $1
  local.get $0
  i32.const 2
  i32.shr_u
  i32.const 60
  i32.and
  i32.add
  i32.load offset=64
  i32.xor
  local.get $1
  local.get $0
  i32.const 6
  i32.shr_u
  i32.const 60
  i32.and
  i32.add
  i32.load offset=128
  local.get $1
  local.get $0
  i32.const 10
  i32.shr_u
  i32.const 60
  i32.and
  i32.add
  i32.load offset=192
  i32.xor
  i32.xor
  i32.xor
 )
 (func $assembly/flags/verify-operands/isArrayAt (param $0 i32) (param $1 i32) (result i32)
  (local $2 i32)
  (local $3 i64)
  (local $4 i32)
  i32.const 1
  local.get $1
  i32.const 128
  i32.lt_u
  local.get $1
  i32.const 7
  i32.and
  select
  if (result i32)
   i32.const 0
  else
   local.get $0
   i64.load32_u offset=56
   local.get $1
   i64.extend_i32_u
   i64.const 8
   i64.add
   i64.ge_u
  end
  i32.eqz
  if
   i32.const 0
   return
  end
  local.get $0
  local.get $1
  i32.add
  i32.load
  local.tee $2
  i64.extend_i32_u
  i64.const 3
  i64.shl
  i64.const 8
  i64.add
  local.set $3
  i32.const 1
  local.get $1
  i32.const 128
  i32.lt_u
  local.get $1
  i32.const 7
  i32.and
  select
  if (result i32)
   i32.const 0
  else
   local.get $0
   i64.load32_u offset=56
   local.get $1
   i64.extend_i32_u
   local.get $3
   i64.add
   i64.ge_u
  end
  i32.eqz
  if
   i32.const 0
   return
  end
  local.get $0
  local.get $1
  i32.add
  i32.const 8
  i32.add
  local.set $4
  i32.const 0
  local.set $1
  loop $for-loop|0
   local.get $1
   local.get $2
   i32.lt_u
   if
    local.get $0
    local.get $4
    local.get $1
    i32.const 3
    i32.shl
    i32.add
    i64.load
    call $assembly/flags/verify/isConstant
    i32.eqz
    if
     i32.const 0
     return
    end
    local.get $1
    i32.const 1
    i32.add
    local.set $1
    br $for-loop|0
   end
  end
  i32.const 1
 )
 (func $assembly/flags/text/containsText (param $0 i32) (param $1 i32) (param $2 i32) (param $3 i32) (result i32)
  (local $4 i32)
  (local $5 i32)
  (local $6 i32)
  (local $7 i32)
  (local $8 i32)
  local.get $1
  local.get $3
  i32.lt_u
  if
   i32.const 0
   return
  end
  local.get $3
  i32.eqz
  if
   i32.const 1
   return
  end
  local.get $2
  i32.load8_u
  local.set $7
  local.get $0
  local.get $1
  local.get $3
  i32.sub
  i32.add
  local.set $8
  loop $for-loop|0
   local.get $0
   local.get $8
   i32.le_u
   if
    local.get $0
    i32.load8_u
    local.get $7
    i32.eq
    if (result i32)
     local.get $2
     local.set $5
     local.get $3
     local.get $0
     local.tee $1
     i32.add
     local.set $6
     block $__inlined_func$assembly/flags/text/equalBytes$101 (result i32)
      loop $for-loop|00
       local.get $1
       i32.const 8
       i32.add
       local.tee $4
       local.get $6
       i32.le_u
       if
        i32.const 0
        local.get $1
        i64.load
        local.get $5
        i64.load
        i64.ne
        br_if $__inlined_func$assembly/flags/text/equalBytes$101
        drop
        local.get $4
        local.set $1
        local.get $5
        i32.const 8
        i32.add
        local.set $5
        br $for-loop|00
       end
      end
      loop $for-loop|1
       local.get $1
       local.get $6
       i32.lt_u
       if
        i32.const 0
        local.get $1
        i32.load8_u
        local.get $5
        i32.load8_u
        i32.ne
        br_if $__inlined_func$assembly/flags/text/equalBytes$101
        drop
        local.get $1
        i32.const 1
        i32.add
        local.set $1
        local.get $5
        i32.const 1
        i32.add
        local.set $5
        br $for-loop|1
       end
      end
      i32.const 1
     end
    else
     i32.const 0
    end
    if
     i32.const 1
     return
    end
    local.get $0
    i32.const 1
    i32.add
    local.set $0
    br $for-loop|0
   end
  end
  i32.const 0
 )
 (func $assembly/flags/property/getProperty (param $0 i32) (param $1 i64) (param $2 i32) (param $3 i32) (result i64)
  (local $4 i32)
  (local $5 i32)
  (local $6 i32)
  (local $7 i32)
  (local $8 i32)
  local.get $1
  i64.const 48
  i64.shr_u
  i32.wrap_i64
  local.tee $5
  i32.const 65531
  i32.eq
  if
   local.get $1
   i32.wrap_i64
   local.tee $7
   i32.load offset=4
   local.set $6
   block $__inlined_func$assembly/flags/property/propertyOf$1056 (result i64)
    loop $for-loop|0
     local.get $6
     if
      local.get $3
      local.get $7
      i64.load offset=8
      i32.wrap_i64
      local.tee $4
      i32.load
      i32.eq
      if (result i32)
       local.get $2
       local.set $0
       local.get $4
       i32.const 8
       i32.add
       local.tee $4
       local.get $3
       i32.add
       local.set $8
       block $__inlined_func$assembly/flags/text/equalBytes$177 (result i32)
        loop $for-loop|00
         local.get $4
         i32.const 8
         i32.add
         local.tee $5
         local.get $8
         i32.le_u
         if
          i32.const 0
          local.get $4
          i64.load
          local.get $0
          i64.load
          i64.ne
          br_if $__inlined_func$assembly/flags/text/equalBytes$177
          drop
          local.get $5
          local.set $4
          local.get $0
          i32.const 8
          i32.add
          local.set $0
          br $for-loop|00
         end
        end
        loop $for-loop|1
         local.get $4
         local.get $8
         i32.lt_u
         if
          i32.const 0
          local.get $4
          i32.load8_u
          local.get $0
          i32.load8_u
          i32.ne
          br_if $__inlined_func$assembly/flags/text/equalBytes$177
          drop
          local.get $4
          i32.const 1
          i32.add
          local.set $4
          local.get $0
          i32.const 1
          i32.add
          local.set $0
          br $for-loop|1
         end
        end
        i32.const 1
       end
      else
       i32.const 0
      end
      if
       local.get $7
       i64.load offset=16
       br $__inlined_func$assembly/flags/property/propertyOf$1056
      end
      local.get $7
      i32.const 16
      i32.add
      local.set $7
      local.get $6
      i32.const 1
      i32.sub
      local.set $6
      br $for-loop|0
     end
    end
    i64.const -562949953421312
   end
   return
  end
  local.get $1
  i32.wrap_i64
  local.set $8
  local.get $5
  i32.const 65530
  i32.eq
  if
   local.get $3
   i32.const 6
   i32.eq
   if (result i32)
    local.get $2
    i32.load
    i32.const 1735288172
    i32.eq
   else
    i32.const 0
   end
   if (result i32)
    local.get $2
    i32.load16_u offset=4
    i32.const 26740
    i32.eq
   else
    i32.const 0
   end
   if
    local.get $8
    i32.load
    f64.convert_i32_u
    i64.reinterpret_f64
    return
   end
   block $__inlined_func$assembly/flags/property/indexOf$188 (result i32)
    i32.const -1
    local.get $3
    i32.eqz
    local.get $3
    i32.const 9
    i32.gt_u
    i32.or
    if (result i32)
     i32.const 1
    else
     local.get $3
     i32.const 1
     i32.gt_u
     if (result i32)
      local.get $2
      i32.load8_u
      i32.const 48
      i32.eq
     else
      i32.const 0
     end
    end
    br_if $__inlined_func$assembly/flags/property/indexOf$188
    drop
    loop $for-loop|01
     local.get $3
     local.get $6
     i32.gt_u
     if
      i32.const -1
      local.get $2
      local.get $6
      i32.add
      i32.load8_u
      i32.const 48
      i32.sub
      local.tee $0
      i32.const 9
      i32.gt_u
      br_if $__inlined_func$assembly/flags/property/indexOf$188
      drop
      local.get $4
      i32.const 10
      i32.mul
      local.get $0
      i32.add
      local.set $4
      local.get $6
      i32.const 1
      i32.add
      local.set $6
      br $for-loop|01
     end
    end
    local.get $4
   end
   local.tee $0
   local.get $8
   i32.load
   i32.ge_u
   if
    i64.const -562949953421312
    return
   end
   local.get $8
   i32.const 8
   i32.add
   local.get $0
   i32.const 3
   i32.shl
   i32.add
   i64.load
   return
  end
  local.get $5
  i32.const 65529
  i32.eq
  if
   local.get $3
   i32.const 6
   i32.eq
   if (result i32)
    local.get $2
    i32.load
    i32.const 1735288172
    i32.eq
   else
    i32.const 0
   end
   if (result i32)
    local.get $2
    i32.load16_u offset=4
    i32.const 26740
    i32.eq
   else
    i32.const 0
   end
   if
    i32.const 0
    local.set $3
    local.get $8
    i32.const 8
    i32.add
    local.tee $4
    local.get $8
    i32.load
    i32.add
    local.set $0
    loop $for-loop|002
     local.get $0
     local.get $4
     i32.gt_u
     if
      local.get $4
      i32.load8_u
      local.tee $2
      i32.const 192
      i32.and
      i32.const 128
      i32.ne
      if
       local.get $3
       i32.const 2
       i32.const 1
       local.get $2
       i32.const 240
       i32.ge_u
       select
       i32.add
       local.set $3
      end
      local.get $4
      i32.const 1
      i32.add
      local.set $4
      br $for-loop|002
     end
    end
    local.get $3
    f64.convert_i32_u
    i64.reinterpret_f64
    return
   end
   block $__inlined_func$assembly/flags/property/indexOf$193 (result i32)
    i32.const -1
    local.get $3
    i32.eqz
    local.get $3
    i32.const 9
    i32.gt_u
    i32.or
    if (result i32)
     i32.const 1
    else
     local.get $3
     i32.const 1
     i32.gt_u
     if (result i32)
      local.get $2
      i32.load8_u
      i32.const 48
      i32.eq
     else
      i32.const 0
     end
    end
    br_if $__inlined_func$assembly/flags/property/indexOf$193
    drop
    loop $for-loop|013
     local.get $3
     local.get $7
     i32.gt_u
     if
      i32.const -1
      local.get $2
      local.get $7
      i32.add
      i32.load8_u
      i32.const 48
      i32.sub
      local.tee $4
      i32.const 9
      i32.gt_u
      br_if $__inlined_func$assembly/flags/property/indexOf$193
      drop
      local.get $6
      i32.const 10
      i32.mul
      local.get $4
      i32.add
      local.set $6
      local.get $7
      i32.const 1
      i32.add
      local.set $7
      br $for-loop|013
     end
    end
    local.get $6
   end
   local.tee $2
   i32.const -1
   i32.eq
   if (result i64)
    i64.const -562949953421312
   else
    local.get $8
    i32.const 8
    i32.add
    local.tee $6
    local.get $8
    i32.load
    i32.add
    local.set $3
    block $__inlined_func$assembly/flags/property/characterOf$1057 (result i64)
     i64.const -562949953421312
     block $__inlined_func$assembly/flags/units/unitOffset$182 (result i32)
      loop $while-continue|0
       local.get $3
       local.get $6
       i32.gt_u
       i32.const 0
       local.get $2
       select
       if
        local.get $6
        i32.load8_u
        local.tee $4
        i32.const 128
        i32.lt_u
        if (result i32)
         local.get $6
         i32.const 1
         i32.add
        else
         local.get $4
         i32.const 224
         i32.lt_u
         if (result i32)
          local.get $6
          i32.const 2
          i32.add
         else
          local.get $4
          i32.const 240
          i32.lt_u
          if (result i32)
           local.get $6
           i32.const 3
           i32.add
          else
           i32.const 0
           local.get $2
           i32.const 1
           i32.eq
           br_if $__inlined_func$assembly/flags/units/unitOffset$182
           drop
           local.get $2
           i32.const 1
           i32.sub
           local.set $2
           local.get $6
           i32.const 4
           i32.add
          end
         end
        end
        local.set $6
        local.get $2
        i32.const 1
        i32.sub
        local.set $2
        br $while-continue|0
       end
      end
      local.get $3
      local.get $6
      local.get $3
      local.get $6
      i32.lt_u
      select
     end
     local.tee $2
     i32.eqz
     local.get $2
     local.get $3
     i32.eq
     i32.or
     br_if $__inlined_func$assembly/flags/property/characterOf$1057
     drop
     local.get $2
     local.set $4
     i32.const 1
     local.set $7
     i64.const -562949953421312
     block $__inlined_func$assembly/flags/units/unitOffset$183 (result i32)
      loop $while-continue|01
       local.get $3
       local.get $4
       i32.gt_u
       i32.const 0
       local.get $7
       select
       if
        local.get $4
        i32.load8_u
        local.tee $5
        i32.const 128
        i32.lt_u
        if (result i32)
         local.get $4
         i32.const 1
         i32.add
        else
         local.get $5
         i32.const 224
         i32.lt_u
         if (result i32)
          local.get $4
          i32.const 2
          i32.add
         else
          local.get $5
          i32.const 240
          i32.lt_u
          if (result i32)
           local.get $4
           i32.const 3
           i32.add
          else
           i32.const 0
           local.get $7
           i32.const 1
           i32.eq
           br_if $__inlined_func$assembly/flags/units/unitOffset$183
           drop
           local.get $7
           i32.const 1
           i32.sub
           local.set $7
           local.get $4
           i32.const 4
           i32.add
          end
         end
        end
        local.set $4
        local.get $7
        i32.const 1
        i32.sub
        local.set $7
        br $while-continue|01
       end
      end
      local.get $3
      local.get $4
      local.get $3
      local.get $4
      i32.lt_u
      select
     end
     local.tee $3
     i32.eqz
     br_if $__inlined_func$assembly/flags/property/characterOf$1057
     drop
     local.get $3
     local.get $2
     i32.sub
     local.tee $3
     i32.const 8
     i32.add
     i64.extend_i32_u
     i64.const 7
     i64.add
     i64.const -8
     i64.and
     local.tee $1
     local.get $0
     i64.load32_u offset=24
     local.get $0
     i32.load offset=64
     local.tee $4
     i64.extend_i32_u
     i64.sub
     i64.gt_u
     if (result i32)
      i32.const 0
     else
      local.get $0
      local.get $4
      local.get $1
      i32.wrap_i64
      i32.add
      i32.store offset=64
      local.get $4
     end
     local.tee $0
     if (result i64)
      local.get $0
      i32.const 8
      i32.add
      local.get $2
      local.get $3
      memory.copy
      local.get $0
      local.get $3
      i32.store
      local.get $0
      i32.const 0
      i32.store offset=4
      local.get $0
      i64.extend_i32_u
      i64.const -1970324836974592
      i64.or
     else
      i64.const 9221120237057474563
     end
    end
   end
   return
  end
  i64.const -562949953421312
 )
 (func $assembly/flags/many/outcomeOf (param $0 i32) (param $1 i32) (param $2 i32) (param $3 i32) (result i32)
  (local $4 i32)
  local.get $2
  i32.load offset=8
  local.tee $4
  i32.const 1
  i32.eq
  if
   local.get $0
   local.get $1
   local.get $2
   local.get $3
   call $assembly/flags/evaluate/run<i32>
   return
  end
  local.get $4
  i32.const 2
  i32.eq
  if
   i32.const 262143
   return
  end
  local.get $4
  i32.const 3
  i32.eq
  if
   i32.const 17039360
   return
  end
  local.get $2
  i32.load offset=40
  local.tee $0
  i32.const 65535
  i32.eq
  if
   local.get $0
   i32.const 65536
   i32.or
   return
  end
  local.get $0
 )
 (func $assembly/flags/lists/unlessEnough (param $0 i32) (param $1 i64) (param $2 i64) (param $3 i32) (result i64)
  (local $4 f64)
  local.get $2
  i64.const 48
  i64.shr_u
  i32.wrap_i64
  i32.const 65530
  i32.ne
  if
   local.get $2
   return
  end
  local.get $3
  f64.convert_i32_u
  local.get $2
  i32.wrap_i64
  i32.load
  f64.convert_i32_u
  f64.sub
  local.set $4
  local.get $1
  local.get $0
  i32.const 28992
  i32.add
  call $assembly/flags/to-number/toNumber
  local.get $4
  f64.le
  i32.eqz
  if
   local.get $2
   return
  end
  local.get $0
  i32.load offset=24
  drop
  local.get $0
  i64.load32_u offset=24
  local.get $0
  i32.load offset=64
  local.tee $3
  i64.extend_i32_u
  i64.sub
  i64.const 8
  i64.lt_u
  if (result i32)
   i32.const 0
  else
   local.get $0
   local.get $3
   i32.const 8
   i32.add
   i32.store offset=64
   local.get $3
  end
  local.tee $0
  if
   local.get $0
   i64.const 0
   i64.store
  end
  local.get $0
  i64.extend_i32_u
  i64.const -1688849860263936
  i64.or
  i64.const 9221120237057474563
  local.get $0
  select
 )
 (func $assembly/flags/lists/missing (param $0 i32) (param $1 i64) (param $2 i32) (param $3 i32) (result i64)
  (local $4 i32)
  (local $5 i32)
  (local $6 i32)
  (local $7 i64)
  (local $8 i64)
  local.get $3
  local.get $0
  i32.load offset=24
  local.get $0
  i32.load offset=64
  local.tee $5
  i32.sub
  i32.const 3
  i32.shr_u
  i32.gt_u
  if
   i32.const 0
   local.set $5
  else
   local.get $3
   i32.const 3
   i32.shl
   i32.const 8
   i32.add
   i64.extend_i32_u
   i64.const 7
   i64.add
   i64.const -8
   i64.and
   local.tee $7
   local.get $0
   i64.load32_u offset=24
   local.get $5
   i64.extend_i32_u
   i64.sub
   i64.gt_u
   if
    i32.const 0
    local.set $5
   else
    local.get $0
    local.get $5
    local.get $7
    i32.wrap_i64
    i32.add
    i32.store offset=64
   end
   local.get $5
   if
    local.get $5
    i64.const 0
    i64.store
   end
  end
  local.get $5
  i32.eqz
  if
   i64.const 9221120237057474563
   return
  end
  loop $for-loop|0
   local.get $3
   local.get $6
   i32.gt_u
   if
    local.get $0
    local.get $1
    local.get $2
    local.get $6
    i32.const 3
    i32.shl
    i32.add
    i64.load
    local.tee $8
    i32.const 1
    call $assembly/flags/lists/lookUp
    local.tee $7
    i64.const -256
    i64.and
    i64.const 9221120237057474560
    i64.eq
    if
     local.get $7
     return
    end
    local.get $7
    i64.const 48
    i64.shr_u
    i32.wrap_i64
    i32.const 65534
    i32.eq
    if
     local.get $5
     i32.const 8
     i32.add
     local.get $4
     i32.const 3
     i32.shl
     i32.add
     local.get $8
     i64.store
     local.get $4
     i32.const 1
     i32.add
     local.set $4
    end
    local.get $6
    i32.const 1
    i32.add
    local.set $6
    br $for-loop|0
   end
  end
  local.get $5
  local.get $4
  i32.store
  local.get $5
  i64.extend_i32_u
  i64.const -1688849860263936
  i64.or
 )
 (func $assembly/flags/lists/lookUp (param $0 i32) (param $1 i64) (param $2 i64) (param $3 i32) (result i64)
  (local $4 i32)
  (local $5 i32)
  (local $6 i32)
  (local $7 f64)
  (local $8 i32)
  (local $9 i32)
  (local $10 i32)
  local.get $0
  i32.const 28992
  i32.add
  local.tee $6
  i32.const 1024
  i32.add
  local.set $4
  local.get $2
  i64.const 48
  i64.shr_u
  i32.wrap_i64
  i32.const 65529
  i32.eq
  if (result i32)
   local.get $2
   i32.wrap_i64
   local.tee $5
   i32.const 8
   i32.add
   local.set $4
   local.get $5
   i32.load
  else
   local.get $2
   i64.const 48
   i64.shr_u
   i32.wrap_i64
   i32.const 65533
   i32.ge_u
   if (result i32)
    local.get $3
    i32.eqz
    if
     local.get $1
     return
    end
    local.get $4
    i32.const 1819047278
    i32.store
    i32.const 4
   else
    local.get $2
    local.get $4
    local.get $4
    i32.const 1024
    i32.add
    local.get $6
    i32.const 0
    call $assembly/flags/to-text/writeText
    local.tee $5
    i32.eqz
    if
     i64.const 9221120237057474563
     return
    end
    local.get $5
    local.get $4
    i32.sub
   end
  end
  local.get $0
  local.set $5
  local.get $6
  i32.const 2048
  i32.add
  local.set $8
  local.get $4
  local.tee $0
  i32.add
  local.set $9
  i32.const 1
  local.set $4
  block $__inlined_func$assembly/flags/property/getDotted$4 (result i64)
   loop $while-continue|0
    local.get $0
    local.get $9
    i32.lt_u
    if
     i32.const 0
     local.set $6
     loop $for-loop|0
      local.get $0
      local.get $9
      i32.lt_u
      if (result i32)
       local.get $0
       i32.load8_u
       i32.const 46
       i32.ne
      else
       i32.const 0
      end
      if
       local.get $0
       i32.load8_u
       i32.const 92
       i32.eq
       local.get $0
       i32.const 1
       i32.add
       local.tee $10
       local.get $9
       i32.lt_u
       i32.and
       if
        local.get $10
        local.get $0
        local.get $0
        i32.load8_u offset=1
        local.tee $0
        i32.const 92
        i32.eq
        local.get $0
        i32.const 46
        i32.eq
        i32.or
        local.get $0
        i32.const 47
        i32.eq
        i32.or
        select
        local.set $0
       end
       local.get $6
       i32.const 1024
       i32.lt_u
       if
        local.get $6
        local.get $8
        i32.add
        local.get $0
        i32.load8_u
        i32.store8
       end
       local.get $6
       i32.const 1
       i32.add
       local.set $6
       local.get $0
       i32.const 1
       i32.add
       local.set $0
       br $for-loop|0
      end
     end
     i64.const -562949953421312
     local.get $0
     i64.extend_i32_u
     local.get $6
     i64.extend_i32_u
     i64.const 32
     i64.shl
     i64.or
     local.tee $2
     i64.const 32
     i64.shr_u
     i32.wrap_i64
     local.tee $0
     i32.const 1024
     i32.gt_u
     if (result i32)
      i32.const 1
     else
      local.get $1
      i64.const 48
      i64.shr_u
      i32.wrap_i64
      i32.const 65533
      i32.ge_u
     end
     if (result i32)
      i32.const 0
     else
      local.get $3
      if (result i32)
       local.get $1
       i64.const 48
       i64.shr_u
       i32.wrap_i64
       local.tee $6
       i32.const 65531
       i32.eq
       local.get $6
       i32.const 65530
       i32.eq
       i32.or
       if (result i32)
        i32.const 1
       else
        block $__inlined_func$assembly/flags/value/isTruthy$3 (result i32)
         local.get $1
         i64.const 1
         i64.and
         i32.wrap_i64
         local.get $1
         i64.const 48
         i64.shr_u
         i32.wrap_i64
         local.tee $6
         i32.const 65532
         i32.eq
         br_if $__inlined_func$assembly/flags/value/isTruthy$3
         drop
         local.get $6
         i32.const 65529
         i32.lt_u
         if
          local.get $1
          f64.reinterpret_i64
          local.tee $7
          local.get $7
          f64.eq
          local.get $7
          f64.const 0
          f64.ne
          i32.and
          br $__inlined_func$assembly/flags/value/isTruthy$3
         end
         block $folding-inner0
          block $tablify|0
           local.get $6
           i32.const 65529
           i32.sub
           br_table $folding-inner0 $folding-inner0 $folding-inner0 $tablify|0
          end
          i32.const 0
          br $__inlined_func$assembly/flags/value/isTruthy$3
         end
         local.get $1
         i32.wrap_i64
         i32.load
         i32.const 0
         i32.ne
        end
       end
      else
       i32.const 1
      end
     end
     i32.eqz
     br_if $__inlined_func$assembly/flags/property/getDotted$4
     drop
     local.get $5
     local.get $1
     local.get $8
     local.get $0
     call $assembly/flags/property/getProperty
     local.tee $1
     local.get $2
     i32.wrap_i64
     local.tee $6
     local.get $9
     i32.eq
     br_if $__inlined_func$assembly/flags/property/getDotted$4
     drop
     local.get $0
     i32.const 1
     local.get $4
     select
     i32.eqz
     local.tee $4
     i32.eqz
     local.get $9
     local.get $6
     i32.const 1
     i32.add
     local.tee $0
     i32.eq
     i32.and
     if
      i64.const -562949953421312
      local.get $1
      i64.const 48
      i64.shr_u
      i32.wrap_i64
      i32.const 65533
      i32.ge_u
      if (result i32)
       i32.const 0
      else
       local.get $3
       if (result i32)
        local.get $1
        i64.const 48
        i64.shr_u
        i32.wrap_i64
        local.tee $0
        i32.const 65531
        i32.eq
        local.get $0
        i32.const 65530
        i32.eq
        i32.or
        if (result i32)
         i32.const 1
        else
         block $__inlined_func$assembly/flags/value/isTruthy$30 (result i32)
          local.get $1
          i64.const 1
          i64.and
          i32.wrap_i64
          local.get $1
          i64.const 48
          i64.shr_u
          i32.wrap_i64
          local.tee $0
          i32.const 65532
          i32.eq
          br_if $__inlined_func$assembly/flags/value/isTruthy$30
          drop
          local.get $0
          i32.const 65529
          i32.lt_u
          if
           local.get $1
           f64.reinterpret_i64
           local.tee $7
           local.get $7
           f64.eq
           local.get $7
           f64.const 0
           f64.ne
           i32.and
           br $__inlined_func$assembly/flags/value/isTruthy$30
          end
          block $folding-inner01
           block $tablify|02
            local.get $0
            i32.const 65529
            i32.sub
            br_table $folding-inner01 $folding-inner01 $folding-inner01 $tablify|02
           end
           i32.const 0
           br $__inlined_func$assembly/flags/value/isTruthy$30
          end
          local.get $1
          i32.wrap_i64
          i32.load
          i32.const 0
          i32.ne
         end
        end
       else
        i32.const 1
       end
      end
      i32.eqz
      br_if $__inlined_func$assembly/flags/property/getDotted$4
      drop
      local.get $5
      local.get $1
      local.get $8
      i32.const 0
      call $assembly/flags/property/getProperty
      br $__inlined_func$assembly/flags/property/getDotted$4
     end
     br $while-continue|0
    end
   end
   local.get $1
  end
 )
 (func $assembly/flags/evaluate/run<i32> (param $0 i32) (param $1 i32) (param $2 i32) (param $3 i32) (result i32)
  (local $4 i32)
  (local $5 i32)
  (local $6 i32)
  (local $7 i32)
  (local $8 i64)
  (local $9 f64)
  (local $10 i32)
  (local $11 i32)
  (local $12 i32)
  local.get $0
  local.get $0
  i32.load offset=20
  i32.store offset=64
  local.get $1
  local.get $1
  i32.load offset=44
  i32.add
  local.get $2
  i32.load offset=12
  i32.const 3
  i32.shl
  i32.add
  local.set $4
  block $folding-inner1
   loop $while-continue|0
    block $folding-inner0
     local.get $4
     i32.load8_u
     local.set $7
     local.get $4
     i32.load16_u offset=2
     local.set $10
     local.get $4
     i32.load offset=4
     local.set $11
     local.get $0
     i32.const 26944
     i32.add
     local.get $4
     i32.load8_u offset=1
     i32.const 3
     i32.shl
     i32.add
     local.set $5
     local.get $4
     i32.const 8
     i32.add
     local.set $4
     local.get $5
     local.set $6
     block $break|1
      block $case49|1
       block $case48|1
        block $case47|1
         block $case46|1
          block $case45|1
           block $case44|1
            block $case43|1
             block $case42|1
              block $case41|1
               block $case40|1
                block $case39|1
                 block $case36|1
                  block $case35|1
                   block $case34|1
                    block $case33|1
                     block $case32|1
                      block $case31|1
                       block $case30|1
                        block $case29|1
                         block $case28|1
                          block $case27|1
                           block $case26|1
                            block $case25|1
                             block $case23|1
                              block $case22|1
                               block $case20|1
                                block $case18|1
                                 block $case17|1
                                  block $case16|1
                                   block $case15|1
                                    block $case14|1
                                     block $case13|1
                                      block $case12|1
                                       block $case11|1
                                        block $case10|1
                                         block $case9|1
                                          block $case8|1
                                           block $case7|1
                                            block $case6|1
                                             block $case5|1
                                              block $case4|1
                                               block $case3|1
                                                block $case1|1
                                                 block $case0|1
                                                  block $tablify|0
                                                   local.get $7
                                                   br_table $case0|1 $case1|1 $folding-inner0 $case3|1 $case4|1 $case5|1 $case6|1 $case7|1 $case8|1 $case9|1 $case10|1 $case11|1 $case12|1 $case13|1 $case14|1 $case15|1 $case16|1 $case17|1 $case18|1 $case18|1 $case23|1 $case23|1 $case25|1 $case26|1 $case27|1 $case28|1 $case29|1 $case30|1 $case20|1 $case20|1 $case31|1 $case32|1 $case33|1 $case34|1 $case35|1 $case36|1 $case36|1 $case39|1 $case36|1 $case40|1 $case41|1 $case42|1 $case43|1 $case44|1 $case45|1 $case46|1 $case47|1 $case48|1 $case49|1 $case22|1 $tablify|0
                                                  end
                                                  unreachable
                                                 end
                                                 local.get $0
                                                 local.get $1
                                                 local.get $2
                                                 local.get $5
                                                 i32.const 8
                                                 i32.sub
                                                 i64.load
                                                 call $assembly/flags/variant/resolveVariant
                                                 return
                                                end
                                                local.get $10
                                                i32.const 131072
                                                i32.or
                                                return
                                               end
                                               local.get $5
                                               local.get $1
                                               local.get $1
                                               i32.load offset=52
                                               i32.add
                                               local.get $11
                                               i32.const 3
                                               i32.shl
                                               i32.add
                                               i64.load
                                               local.tee $8
                                               local.get $1
                                               i64.extend_i32_u
                                               i64.add
                                               local.get $8
                                               local.get $8
                                               i64.const 48
                                               i64.shr_u
                                               i32.wrap_i64
                                               i32.const 65529
                                               i32.eq
                                               select
                                               i64.store
                                               br $while-continue|0
                                              end
                                              local.get $5
                                              i64.const -844424930131968
                                              local.get $3
                                              local.get $10
                                              i32.const 7
                                              i32.shl
                                              i32.add
                                              i64.load
                                              local.tee $8
                                              local.get $8
                                              i64.const 48
                                              i64.shr_u
                                              i32.wrap_i64
                                              i32.const 65534
                                              i32.eq
                                              select
                                              i64.store
                                              br $while-continue|0
                                             end
                                             local.get $4
                                             local.get $11
                                             i32.const 3
                                             i32.shl
                                             i32.add
                                             local.set $4
                                             br $while-continue|0
                                            end
                                            local.get $5
                                            i32.const 8
                                            i32.sub
                                            local.tee $5
                                            f64.load
                                            local.set $9
                                            local.get $4
                                            local.get $4
                                            local.get $11
                                            i32.const 3
                                            i32.shl
                                            i32.add
                                            block $__inlined_func$assembly/flags/value/isTruthy$18 (result i32)
                                             local.get $5
                                             i64.load
                                             local.tee $8
                                             i64.const 48
                                             i64.shr_u
                                             i32.wrap_i64
                                             local.tee $4
                                             i32.const 65532
                                             i32.eq
                                             if
                                              local.get $8
                                              i64.const 1
                                              i64.and
                                              i32.wrap_i64
                                              br $__inlined_func$assembly/flags/value/isTruthy$18
                                             end
                                             local.get $9
                                             local.get $9
                                             f64.eq
                                             local.get $9
                                             f64.const 0
                                             f64.ne
                                             i32.and
                                             local.get $4
                                             i32.const 65529
                                             i32.lt_u
                                             br_if $__inlined_func$assembly/flags/value/isTruthy$18
                                             drop
                                             block $folding-inner00
                                              block $tablify|01
                                               local.get $4
                                               i32.const 65529
                                               i32.sub
                                               br_table $folding-inner00 $folding-inner00 $folding-inner00 $tablify|01
                                              end
                                              i32.const 0
                                              br $__inlined_func$assembly/flags/value/isTruthy$18
                                             end
                                             local.get $8
                                             i32.wrap_i64
                                             i32.load
                                            end
                                            select
                                            local.set $4
                                            br $while-continue|0
                                           end
                                           local.get $5
                                           i32.const 8
                                           i32.sub
                                           local.tee $5
                                           f64.load
                                           local.set $9
                                           local.get $4
                                           local.get $4
                                           local.get $11
                                           i32.const 3
                                           i32.shl
                                           i32.add
                                           block $__inlined_func$assembly/flags/value/isTruthy$19 (result i32)
                                            local.get $5
                                            i64.load
                                            local.tee $8
                                            i64.const 48
                                            i64.shr_u
                                            i32.wrap_i64
                                            local.tee $4
                                            i32.const 65532
                                            i32.eq
                                            if
                                             local.get $8
                                             i64.const 1
                                             i64.and
                                             i32.wrap_i64
                                             br $__inlined_func$assembly/flags/value/isTruthy$19
                                            end
                                            local.get $9
                                            local.get $9
                                            f64.eq
                                            local.get $9
                                            f64.const 0
                                            f64.ne
                                            i32.and
                                            local.get $4
                                            i32.const 65529
                                            i32.lt_u
                                            br_if $__inlined_func$assembly/flags/value/isTruthy$19
                                            drop
                                            block $folding-inner02
                                             block $tablify|03
                                              local.get $4
                                              i32.const 65529
                                              i32.sub
                                              br_table $folding-inner02 $folding-inner02 $folding-inner02 $tablify|03
                                             end
                                             i32.const 0
                                             br $__inlined_func$assembly/flags/value/isTruthy$19
                                            end
                                            local.get $8
                                            i32.wrap_i64
                                            i32.load
                                           end
                                           select
                                           local.set $4
                                           br $while-continue|0
                                          end
                                          local.get $5
                                          i32.const 8
                                          i32.sub
                                          local.tee $5
                                          f64.load
                                          local.set $9
                                          local.get $4
                                          local.get $11
                                          i32.const 3
                                          i32.shl
                                          i32.add
                                          local.get $4
                                          block $__inlined_func$assembly/flags/value/isTruthy$20 (result i32)
                                           local.get $5
                                           i64.load
                                           local.tee $8
                                           i64.const 48
                                           i64.shr_u
                                           i32.wrap_i64
                                           local.tee $4
                                           i32.const 65532
                                           i32.eq
                                           if
                                            local.get $8
                                            i64.const 1
                                            i64.and
                                            i32.wrap_i64
                                            br $__inlined_func$assembly/flags/value/isTruthy$20
                                           end
                                           local.get $9
                                           local.get $9
                                           f64.eq
                                           local.get $9
                                           f64.const 0
                                           f64.ne
                                           i32.and
                                           local.get $4
                                           i32.const 65529
                                           i32.lt_u
                                           br_if $__inlined_func$assembly/flags/value/isTruthy$20
                                           drop
                                           block $folding-inner04
                                            block $tablify|05
                                             local.get $4
                                             i32.const 65529
                                             i32.sub
                                             br_table $folding-inner04 $folding-inner04 $folding-inner04 $tablify|05
                                            end
                                            i32.const 0
                                            br $__inlined_func$assembly/flags/value/isTruthy$20
                                           end
                                           local.get $8
                                           i32.wrap_i64
                                           i32.load
                                          end
                                          select
                                          local.set $4
                                          br $while-continue|0
                                         end
                                         local.get $4
                                         local.get $11
                                         i32.const 3
                                         i32.shl
                                         i32.add
                                         local.get $4
                                         local.get $5
                                         i32.const 8
                                         i32.sub
                                         i64.load
                                         i64.const 48
                                         i64.shr_u
                                         i32.wrap_i64
                                         i32.const 65533
                                         i32.lt_u
                                         select
                                         local.set $4
                                         br $while-continue|0
                                        end
                                        local.get $5
                                        i32.const 8
                                        i32.sub
                                        local.tee $6
                                        f64.load
                                        local.set $9
                                        block $__inlined_func$assembly/flags/value/isTruthy$21 (result i32)
                                         local.get $6
                                         i64.load
                                         local.tee $8
                                         i64.const 48
                                         i64.shr_u
                                         i32.wrap_i64
                                         local.tee $5
                                         i32.const 65532
                                         i32.eq
                                         if
                                          local.get $8
                                          i64.const 1
                                          i64.and
                                          i32.wrap_i64
                                          br $__inlined_func$assembly/flags/value/isTruthy$21
                                         end
                                         local.get $9
                                         local.get $9
                                         f64.eq
                                         local.get $9
                                         f64.const 0
                                         f64.ne
                                         i32.and
                                         local.get $5
                                         i32.const 65529
                                         i32.lt_u
                                         br_if $__inlined_func$assembly/flags/value/isTruthy$21
                                         drop
                                         block $folding-inner06
                                          block $tablify|07
                                           local.get $5
                                           i32.const 65529
                                           i32.sub
                                           br_table $folding-inner06 $folding-inner06 $folding-inner06 $tablify|07
                                          end
                                          i32.const 0
                                          br $__inlined_func$assembly/flags/value/isTruthy$21
                                         end
                                         local.get $8
                                         i32.wrap_i64
                                         i32.load
                                         i32.const 0
                                         i32.ne
                                        end
                                        i32.eqz
                                        i64.extend_i32_u
                                        i64.const -1125899906842624
                                        i64.or
                                        local.set $8
                                        br $break|1
                                       end
                                       local.get $5
                                       i32.const 8
                                       i32.sub
                                       local.tee $6
                                       f64.load
                                       local.set $9
                                       block $__inlined_func$assembly/flags/value/isTruthy$22 (result i32)
                                        local.get $6
                                        i64.load
                                        local.tee $8
                                        i64.const 48
                                        i64.shr_u
                                        i32.wrap_i64
                                        local.tee $5
                                        i32.const 65532
                                        i32.eq
                                        if
                                         local.get $8
                                         i64.const 1
                                         i64.and
                                         i32.wrap_i64
                                         br $__inlined_func$assembly/flags/value/isTruthy$22
                                        end
                                        local.get $9
                                        local.get $9
                                        f64.eq
                                        local.get $9
                                        f64.const 0
                                        f64.ne
                                        i32.and
                                        local.get $5
                                        i32.const 65529
                                        i32.lt_u
                                        br_if $__inlined_func$assembly/flags/value/isTruthy$22
                                        drop
                                        block $folding-inner08
                                         block $tablify|09
                                          local.get $5
                                          i32.const 65529
                                          i32.sub
                                          br_table $folding-inner08 $folding-inner08 $folding-inner08 $tablify|09
                                         end
                                         i32.const 0
                                         br $__inlined_func$assembly/flags/value/isTruthy$22
                                        end
                                        local.get $8
                                        i32.wrap_i64
                                        i32.load
                                        i32.const 0
                                        i32.ne
                                       end
                                       i64.extend_i32_u
                                       i64.const -1125899906842624
                                       i64.or
                                       local.set $8
                                       br $break|1
                                      end
                                      local.get $10
                                      local.get $5
                                      i32.const 16
                                      i32.sub
                                      local.tee $6
                                      i64.load
                                      local.get $5
                                      i32.const 8
                                      i32.sub
                                      i64.load
                                      local.get $0
                                      i32.const 28992
                                      i32.add
                                      call $assembly/flags/compare/compare
                                      local.tee $5
                                      i32.const 2
                                      i32.eq
                                      if
                                       i32.const 33816578
                                       return
                                      end
                                      local.get $5
                                      i64.extend_i32_s
                                      i64.const -1125899906842624
                                      i64.or
                                      local.set $8
                                      br $break|1
                                     end
                                     local.get $10
                                     local.get $5
                                     i32.const 16
                                     i32.sub
                                     i64.load
                                     local.get $5
                                     i32.const 8
                                     i32.sub
                                     i64.load
                                     local.tee $8
                                     local.get $0
                                     i32.const 28992
                                     i32.add
                                     call $assembly/flags/compare/compare
                                     local.tee $6
                                     i32.const 2
                                     i32.eq
                                     if
                                      i32.const 33816578
                                      return
                                     end
                                     local.get $4
                                     local.get $4
                                     local.get $11
                                     i32.const 3
                                     i32.shl
                                     i32.add
                                     local.get $6
                                     select
                                     local.set $4
                                     local.get $5
                                     i32.const 16
                                     i32.sub
                                     local.get $8
                                     i64.const -1125899906842624
                                     local.get $6
                                     select
                                     i64.store
                                     br $while-continue|0
                                    end
                                    local.get $0
                                    local.get $5
                                    i32.const 16
                                    i32.sub
                                    local.tee $6
                                    i64.load
                                    local.get $5
                                    i32.const 8
                                    i32.sub
                                    i64.load
                                    call $assembly/flags/membership/contains
                                    local.tee $5
                                    i32.const 2
                                    i32.eq
                                    if
                                     i32.const 33816578
                                     return
                                    end
                                    local.get $5
                                    i64.extend_i32_s
                                    i64.const -1125899906842624
                                    i64.or
                                    local.set $8
                                    br $break|1
                                   end
                                   local.get $5
                                   i32.const 16
                                   i32.sub
                                   local.tee $6
                                   i64.load
                                   local.get $5
                                   i32.const 8
                                   i32.sub
                                   i64.load
                                   call $assembly/flags/membership/startsWith
                                   local.set $8
                                   br $break|1
                                  end
                                  local.get $5
                                  i32.const 16
                                  i32.sub
                                  local.tee $6
                                  i64.load
                                  local.get $5
                                  i32.const 8
                                  i32.sub
                                  i64.load
                                  call $assembly/flags/membership/endsWith
                                  local.set $8
                                  br $break|1
                                 end
                                 local.get $10
                                 local.get $5
                                 i32.const 16
                                 i32.sub
                                 local.tee $6
                                 i64.load
                                 local.get $5
                                 i32.const 8
                                 i32.sub
                                 i64.load
                                 local.get $0
                                 i32.const 28992
                                 i32.add
                                 call $assembly/flags/semver/semVer
                                 local.set $8
                                 br $break|1
                                end
                                local.get $1
                                local.get $11
                                i32.add
                                local.set $10
                                local.get $7
                                i32.const 18
                                i32.eq
                                local.set $6
                                local.get $5
                                i32.const 8
                                i32.sub
                                local.tee $5
                                i64.load
                                local.tee $8
                                i64.const 48
                                i64.shr_u
                                i32.wrap_i64
                                i32.const 65529
                                i32.eq
                                if (result i32)
                                 local.get $6
                                 if (result i32)
                                  local.get $8
                                  i32.wrap_i64
                                  i32.load
                                 else
                                  i32.const 1
                                 end
                                else
                                 i32.const 0
                                end
                                if (result i64)
                                 local.get $10
                                 i32.const 0
                                 local.get $6
                                 select
                                 local.get $8
                                 call $assembly/flags/fractional/hashUnit
                                 local.set $6
                                 local.get $10
                                 i32.load offset=20
                                 i32.const 1
                                 i32.eq
                                 if (result i32)
                                  i32.const 0
                                  local.get $6
                                  i32.sub
                                  local.get $6
                                  local.get $6
                                  i32.const 0
                                  i32.lt_s
                                  select
                                 else
                                  local.get $10
                                  i64.load32_u offset=4
                                  local.get $6
                                  i64.extend_i32_u
                                  i64.mul
                                  i64.const 32
                                  i64.shr_u
                                  i32.wrap_i64
                                 end
                                 local.set $7
                                 local.get $10
                                 i32.const 24
                                 i32.add
                                 local.tee $6
                                 local.get $10
                                 i32.load
                                 i32.const 1
                                 i32.sub
                                 i32.const 3
                                 i32.shl
                                 i32.add
                                 local.set $10
                                 loop $while-continue|010
                                  local.get $6
                                  local.get $10
                                  i32.lt_u
                                  if (result i32)
                                   local.get $6
                                   i32.load
                                   local.get $7
                                   i32.le_u
                                  else
                                   i32.const 0
                                  end
                                  if
                                   local.get $6
                                   i32.const 8
                                   i32.add
                                   local.set $6
                                   br $while-continue|010
                                  end
                                 end
                                 local.get $1
                                 local.get $1
                                 i32.load offset=52
                                 i32.add
                                 local.get $6
                                 i32.load offset=4
                                 i32.const 3
                                 i32.shl
                                 i32.add
                                 i64.load
                                 local.tee $8
                                 local.get $1
                                 i64.extend_i32_u
                                 i64.add
                                 local.get $8
                                 local.get $8
                                 i64.const 48
                                 i64.shr_u
                                 i32.wrap_i64
                                 i32.const 65529
                                 i32.eq
                                 select
                                else
                                 i64.const -844424930131968
                                end
                                local.set $8
                                local.get $5
                                local.get $8
                                i64.store
                                br $while-continue|0
                               end
                               local.get $7
                               i32.const 28
                               i32.eq
                               local.set $0
                               local.get $5
                               i32.const 8
                               i32.sub
                               i64.load
                               local.tee $8
                               i64.const 48
                               i64.shr_u
                               i32.wrap_i64
                               i32.const 65529
                               i32.eq
                               if (result i32)
                                local.get $0
                                if (result i32)
                                 local.get $8
                                 i32.wrap_i64
                                 i32.load
                                 i32.const 0
                                 i32.ne
                                else
                                 i32.const 1
                                end
                               else
                                i32.const 0
                               end
                               i32.eqz
                               br_if $folding-inner0
                               local.get $1
                               local.get $11
                               i32.add
                               local.tee $1
                               i32.const 0
                               local.get $0
                               select
                               local.get $8
                               call $assembly/flags/fractional/hashUnit
                               local.set $0
                               local.get $1
                               i32.load offset=20
                               i32.const 1
                               i32.eq
                               if (result i32)
                                i32.const 0
                                local.get $0
                                i32.sub
                                local.get $0
                                local.get $0
                                i32.const 0
                                i32.lt_s
                                select
                               else
                                local.get $1
                                i64.load32_u offset=4
                                local.get $0
                                i64.extend_i32_u
                                i64.mul
                                i64.const 32
                                i64.shr_u
                                i32.wrap_i64
                               end
                               local.set $0
                               local.get $1
                               i32.const 24
                               i32.add
                               local.tee $2
                               local.get $1
                               i32.load
                               i32.const 1
                               i32.sub
                               i32.const 3
                               i32.shl
                               i32.add
                               local.set $1
                               loop $while-continue|011
                                local.get $1
                                local.get $2
                                i32.gt_u
                                if (result i32)
                                 local.get $2
                                 i32.load
                                 local.get $0
                                 i32.le_u
                                else
                                 i32.const 0
                                end
                                if
                                 local.get $2
                                 i32.const 8
                                 i32.add
                                 local.set $2
                                 br $while-continue|011
                                end
                               end
                               local.get $2
                               i32.load offset=4
                               i32.const 131072
                               i32.or
                               return
                              end
                              local.get $1
                              local.get $11
                              i32.add
                              local.tee $1
                              i32.load offset=16
                              i32.const 0
                              i32.ne
                              local.set $0
                              local.get $3
                              local.get $10
                              i32.const 7
                              i32.shl
                              i32.add
                              i64.load
                              local.tee $8
                              i64.const 48
                              i64.shr_u
                              i32.wrap_i64
                              i32.const 65529
                              i32.eq
                              if (result i32)
                               local.get $0
                               if (result i32)
                                local.get $8
                                i32.wrap_i64
                                i32.load
                                i32.const 0
                                i32.ne
                               else
                                i32.const 1
                               end
                              else
                               i32.const 0
                              end
                              i32.eqz
                              br_if $folding-inner0
                              local.get $1
                              local.get $8
                              call $assembly/flags/fractional/hashUnit
                              local.set $0
                              local.get $1
                              i32.load offset=20
                              i32.const 1
                              i32.eq
                              if (result i32)
                               i32.const 0
                               local.get $0
                               i32.sub
                               local.get $0
                               local.get $0
                               i32.const 0
                               i32.lt_s
                               select
                              else
                               local.get $1
                               i64.load32_u offset=4
                               local.get $0
                               i64.extend_i32_u
                               i64.mul
                               i64.const 32
                               i64.shr_u
                               i32.wrap_i64
                              end
                              local.set $2
                              local.get $1
                              i32.const 24
                              i32.add
                              local.tee $0
                              local.get $1
                              i32.load
                              i32.const 1
                              i32.sub
                              i32.const 3
                              i32.shl
                              i32.add
                              local.set $1
                              loop $while-continue|012
                               local.get $0
                               local.get $1
                               i32.lt_u
                               if (result i32)
                                local.get $0
                                i32.load
                                local.get $2
                                i32.le_u
                               else
                                i32.const 0
                               end
                               if
                                local.get $0
                                i32.const 8
                                i32.add
                                local.set $0
                                br $while-continue|012
                               end
                              end
                              local.get $0
                              i32.load offset=4
                              i32.const 131072
                              i32.or
                              return
                             end
                             local.get $7
                             i32.const 20
                             i32.eq
                             local.set $6
                             local.get $5
                             local.get $10
                             i32.const 4
                             i32.shl
                             i32.sub
                             i32.const 8
                             i32.sub
                             local.tee $5
                             i64.load
                             local.tee $8
                             i64.const 48
                             i64.shr_u
                             i32.wrap_i64
                             i32.const 65529
                             i32.eq
                             if (result i32)
                              local.get $6
                              if (result i32)
                               local.get $8
                               i32.wrap_i64
                               i32.load
                              else
                               i32.const 1
                              end
                             else
                              i32.const 0
                             end
                             if (result i64)
                              local.get $5
                              i32.const 8
                              i32.add
                              local.get $10
                              local.get $1
                              local.get $11
                              i32.add
                              i32.const 0
                              local.get $11
                              select
                              local.tee $7
                              i32.const 0
                              local.get $6
                              select
                              local.get $8
                              call $assembly/flags/fractional/hashUnit
                              local.get $7
                              call $assembly/flags/fractional/pickComputed
                             else
                              i64.const -844424930131968
                             end
                             local.set $8
                             local.get $5
                             local.get $8
                             i64.store
                             br $while-continue|0
                            end
                            local.get $5
                            local.get $10
                            i32.const 3
                            i32.shl
                            local.tee $7
                            i32.sub
                            local.set $11
                            i32.const 0
                            local.set $5
                            local.get $0
                            i32.load offset=24
                            local.get $0
                            i32.load offset=64
                            local.tee $6
                            i32.sub
                            i32.const 3
                            i32.shr_u
                            local.get $10
                            i32.ge_u
                            if
                             local.get $7
                             i32.const 8
                             i32.add
                             i64.extend_i32_u
                             i64.const 7
                             i64.add
                             i64.const -8
                             i64.and
                             local.tee $8
                             local.get $0
                             i64.load32_u offset=24
                             local.get $6
                             local.tee $5
                             i64.extend_i32_u
                             i64.sub
                             i64.gt_u
                             if
                              i32.const 0
                              local.set $5
                             else
                              local.get $0
                              local.get $5
                              local.get $8
                              i32.wrap_i64
                              i32.add
                              i32.store offset=64
                             end
                             local.get $5
                             if
                              local.get $5
                              i64.const 0
                              i64.store
                             end
                            end
                            local.get $5
                            if (result i64)
                             local.get $5
                             local.get $10
                             i32.store
                             local.get $5
                             i32.const 8
                             i32.add
                             local.get $11
                             local.get $10
                             i32.const 3
                             i32.shl
                             memory.copy
                             local.get $5
                             i64.extend_i32_u
                             i64.const -1688849860263936
                             i64.or
                            else
                             i64.const 9221120237057474563
                            end
                            local.tee $8
                            i64.const -256
                            i64.and
                            i64.const 9221120237057474560
                            i64.eq
                            br_if $folding-inner1
                            local.get $11
                            local.get $8
                            i64.store
                            br $while-continue|0
                           end
                           local.get $1
                           local.get $11
                           i32.add
                           local.set $5
                           local.get $3
                           local.get $10
                           i32.const 7
                           i32.shl
                           i32.add
                           i64.load
                           local.tee $8
                           i64.const 48
                           i64.shr_u
                           i32.wrap_i64
                           i32.const 65529
                           i32.eq
                           if (result i64)
                            local.get $8
                            i32.wrap_i64
                            local.tee $10
                            i32.load
                            local.tee $11
                            local.get $5
                            i32.load
                            i32.eq
                            if (result i32)
                             local.get $5
                             i32.const 8
                             i32.add
                             local.set $7
                             local.get $10
                             i32.const 8
                             i32.add
                             local.tee $5
                             local.get $11
                             i32.const -8
                             i32.and
                             i32.add
                             local.set $10
                             block $__inlined_func$assembly/flags/text/equalWords$55 (result i32)
                              loop $for-loop|0
                               local.get $5
                               local.get $10
                               i32.lt_u
                               if
                                i32.const 0
                                local.get $5
                                i64.load
                                local.get $7
                                i64.load
                                i64.ne
                                br_if $__inlined_func$assembly/flags/text/equalWords$55
                                drop
                                local.get $5
                                i32.const 8
                                i32.add
                                local.set $5
                                local.get $7
                                i32.const 8
                                i32.add
                                local.set $7
                                br $for-loop|0
                               end
                              end
                              i32.const 1
                              local.get $11
                              i32.const 7
                              i32.and
                              i64.extend_i32_u
                              i64.const 3
                              i64.shl
                              local.tee $8
                              i64.eqz
                              br_if $__inlined_func$assembly/flags/text/equalWords$55
                              drop
                              local.get $5
                              i64.load
                              local.get $7
                              i64.load
                              i64.xor
                              i64.const 64
                              local.get $8
                              i64.sub
                              i64.shl
                              i64.eqz
                             end
                            else
                             i32.const 0
                            end
                            i32.const 0
                            i32.ne
                            i64.extend_i32_u
                            i64.const -1125899906842624
                            i64.or
                           else
                            local.get $8
                            i64.const 48
                            i64.shr_u
                            i32.wrap_i64
                            i32.const 65533
                            i32.lt_u
                            if (result i64)
                             i32.const 0
                             local.get $8
                             local.get $5
                             i64.extend_i32_u
                             i64.const -1970324836974592
                             i64.or
                             local.get $0
                             i32.const 28992
                             i32.add
                             call $assembly/flags/compare/compare
                             local.tee $5
                             i32.const 2
                             i32.eq
                             if
                              i32.const 33816578
                              return
                             end
                             local.get $5
                             i64.extend_i32_s
                             i64.const -1125899906842624
                             i64.or
                            else
                             i64.const -1125899906842624
                            end
                           end
                           local.set $8
                           br $break|1
                          end
                          i64.const -844424930131968
                          local.get $3
                          local.get $10
                          i32.const 7
                          i32.shl
                          i32.add
                          i64.load
                          local.tee $8
                          local.get $8
                          i64.const 48
                          i64.shr_u
                          i32.wrap_i64
                          i32.const 65534
                          i32.eq
                          select
                          local.get $1
                          local.get $11
                          i32.add
                          local.get $1
                          call $assembly/flags/membership/isInArray
                          i32.const 0
                          i32.ne
                          i64.extend_i32_u
                          i64.const -1125899906842624
                          i64.or
                          local.set $8
                          br $break|1
                         end
                         local.get $3
                         local.get $10
                         i32.const 7
                         i32.shl
                         i32.add
                         i64.load
                         local.get $1
                         local.get $11
                         i32.add
                         i64.extend_i32_u
                         i64.const -1970324836974592
                         i64.or
                         call $assembly/flags/membership/startsWith
                         local.set $8
                         br $break|1
                        end
                        local.get $3
                        local.get $10
                        i32.const 7
                        i32.shl
                        i32.add
                        i64.load
                        local.get $1
                        local.get $11
                        i32.add
                        i64.extend_i32_u
                        i64.const -1970324836974592
                        i64.or
                        call $assembly/flags/membership/endsWith
                        local.set $8
                        br $break|1
                       end
                       local.get $5
                       i32.const 8
                       i32.sub
                       local.tee $6
                       i64.load
                       local.get $1
                       local.get $11
                       i32.add
                       local.get $1
                       call $assembly/flags/membership/isInArray
                       i32.const 0
                       i32.ne
                       i64.extend_i32_u
                       i64.const -1125899906842624
                       i64.or
                       local.set $8
                       br $break|1
                      end
                      local.get $5
                      i64.const -844424930131968
                      local.get $0
                      i32.const 26944
                      i32.add
                      local.get $10
                      i32.const 3
                      i32.shl
                      i32.add
                      i64.load
                      local.tee $8
                      local.get $8
                      i64.const 48
                      i64.shr_u
                      i32.wrap_i64
                      i32.const 65534
                      i32.eq
                      select
                      i64.store
                      br $while-continue|0
                     end
                     local.get $0
                     local.get $5
                     i32.const 8
                     i32.sub
                     local.tee $5
                     i64.load
                     local.get $1
                     local.get $11
                     i32.add
                     local.get $1
                     call $assembly/flags/property/getPath
                     local.tee $8
                     i64.const -256
                     i64.and
                     i64.const 9221120237057474560
                     i64.eq
                     br_if $folding-inner1
                     local.get $5
                     i64.const -844424930131968
                     local.get $8
                     local.get $8
                     i64.const 48
                     i64.shr_u
                     i32.wrap_i64
                     i32.const 65534
                     i32.eq
                     select
                     i64.store
                     br $while-continue|0
                    end
                    local.get $0
                    local.get $5
                    i32.const 16
                    i32.sub
                    local.tee $6
                    i64.load
                    local.get $5
                    i32.const 8
                    i32.sub
                    i64.load
                    i32.const 0
                    call $assembly/flags/lists/lookUp
                    local.tee $8
                    i64.const -256
                    i64.and
                    i64.const 9221120237057474560
                    i64.eq
                    br_if $folding-inner1
                    local.get $6
                    i64.const -844424930131968
                    local.get $8
                    local.get $8
                    i64.const 48
                    i64.shr_u
                    i32.wrap_i64
                    i32.const 65534
                    i32.eq
                    select
                    i64.store
                    br $while-continue|0
                   end
                   local.get $0
                   local.get $5
                   i32.const 1
                   local.get $10
                   local.get $10
                   i32.const 65535
                   i32.eq
                   select
                   i32.const 3
                   i32.shl
                   i32.sub
                   i32.const 8
                   i32.sub
                   local.tee $6
                   i64.load
                   block $__inlined_func$assembly/flags/evaluate/operands$1083 (result i64)
                    local.get $5
                    local.get $10
                    i32.const 3
                    i32.shl
                    i32.sub
                    i64.extend_i32_u
                    local.get $10
                    i64.extend_i32_u
                    i64.const 32
                    i64.shl
                    i64.or
                    local.get $10
                    i32.const 65535
                    i32.ne
                    br_if $__inlined_func$assembly/flags/evaluate/operands$1083
                    drop
                    local.get $5
                    i32.const 8
                    i32.sub
                    local.tee $5
                    i64.load
                    local.set $8
                    local.get $5
                    i64.extend_i32_u
                    i64.const 4294967296
                    i64.or
                    local.get $8
                    i64.const 48
                    i64.shr_u
                    i32.wrap_i64
                    i32.const 65530
                    i32.ne
                    br_if $__inlined_func$assembly/flags/evaluate/operands$1083
                    drop
                    local.get $8
                    i32.wrap_i64
                    local.tee $5
                    i32.const 8
                    i32.add
                    i64.extend_i32_u
                    local.get $5
                    i64.load32_u
                    i64.const 32
                    i64.shl
                    i64.or
                   end
                   local.tee $8
                   i32.wrap_i64
                   local.get $8
                   i64.const 32
                   i64.shr_u
                   i32.wrap_i64
                   call $assembly/flags/lists/missing
                   local.tee $8
                   i64.const -256
                   i64.and
                   i64.const 9221120237057474560
                   i64.eq
                   br_if $folding-inner1
                   local.get $6
                   local.get $8
                   i64.store
                   br $while-continue|0
                  end
                  local.get $0
                  local.get $5
                  i32.const 24
                  i32.sub
                  local.tee $6
                  i64.load
                  local.get $5
                  i32.const 16
                  i32.sub
                  i64.load
                  local.get $5
                  i32.const 8
                  i32.sub
                  i64.load
                  call $assembly/flags/lists/missingSome
                  local.tee $8
                  i64.const -256
                  i64.and
                  i64.const 9221120237057474560
                  i64.eq
                  br_if $folding-inner1
                  local.get $6
                  local.get $8
                  i64.store
                  br $while-continue|0
                 end
                 block $__inlined_func$assembly/flags/evaluate/operands$1086 (result i64)
                  local.get $5
                  local.get $10
                  i32.const 3
                  i32.shl
                  i32.sub
                  i64.extend_i32_u
                  local.get $10
                  i64.extend_i32_u
                  i64.const 32
                  i64.shl
                  i64.or
                  local.get $10
                  i32.const 65535
                  i32.ne
                  br_if $__inlined_func$assembly/flags/evaluate/operands$1086
                  drop
                  local.get $5
                  i32.const 8
                  i32.sub
                  local.tee $6
                  i64.load
                  local.set $8
                  local.get $6
                  i64.extend_i32_u
                  i64.const 4294967296
                  i64.or
                  local.get $8
                  i64.const 48
                  i64.shr_u
                  i32.wrap_i64
                  i32.const 65530
                  i32.ne
                  br_if $__inlined_func$assembly/flags/evaluate/operands$1086
                  drop
                  local.get $8
                  i32.wrap_i64
                  local.tee $6
                  i32.const 8
                  i32.add
                  i64.extend_i32_u
                  local.get $6
                  i64.load32_u
                  i64.const 32
                  i64.shl
                  i64.or
                 end
                 local.tee $8
                 i32.wrap_i64
                 local.set $12
                 local.get $8
                 i64.const 32
                 i64.shr_u
                 i32.wrap_i64
                 local.set $6
                 local.get $7
                 i32.const 35
                 i32.eq
                 if (result i64)
                  local.get $11
                  local.get $12
                  local.get $6
                  local.get $0
                  i32.const 28992
                  i32.add
                  call $assembly/flags/arithmetic/arithmetic
                 else
                  local.get $7
                  i32.const 36
                  i32.eq
                  if (result i64)
                   local.get $0
                   local.get $12
                   local.get $6
                   call $assembly/flags/strings/cat
                  else
                   local.get $0
                   local.get $12
                   local.get $6
                   call $assembly/flags/lists/merge
                  end
                 end
                 local.tee $8
                 i64.const -256
                 i64.and
                 i64.const 9221120237057474560
                 i64.eq
                 br_if $folding-inner1
                 local.get $5
                 i32.const 1
                 local.get $10
                 local.get $10
                 i32.const 65535
                 i32.eq
                 select
                 i32.const 3
                 i32.shl
                 i32.sub
                 local.get $8
                 i64.store
                 br $while-continue|0
                end
                local.get $0
                local.get $5
                local.get $10
                i32.const 3
                i32.shl
                i32.sub
                local.tee $5
                local.get $10
                call $assembly/flags/strings/substr
                local.tee $8
                i64.const -256
                i64.and
                i64.const 9221120237057474560
                i64.eq
                br_if $folding-inner1
                local.get $5
                local.get $8
                i64.store
                br $while-continue|0
               end
               local.get $0
               local.get $5
               local.get $10
               i32.const 4
               i32.shl
               i32.sub
               local.tee $5
               local.get $10
               call $assembly/flags/lists/makeObject
               local.tee $8
               i64.const -256
               i64.and
               i64.const 9221120237057474560
               i64.eq
               br_if $folding-inner1
               local.get $5
               local.get $8
               i64.store
               br $while-continue|0
              end
              local.get $0
              local.get $10
              local.get $5
              i32.const 16
              i32.sub
              call $assembly/flags/iterate/startLoop
              local.tee $8
              i64.const -256
              i64.and
              i64.const 9221120237057474560
              i64.eq
              br_if $folding-inner1
              local.get $4
              local.get $11
              i32.const 3
              i32.shl
              i32.add
              local.get $4
              local.get $8
              i64.const 1
              i64.eq
              select
              local.set $4
              br $while-continue|0
             end
             local.get $0
             local.get $10
             local.get $5
             i32.const 40
             i32.sub
             call $assembly/flags/iterate/nextItem
             i64.const 1
             i64.ne
             if
              local.get $4
              local.get $11
              i32.const 1
              i32.add
              i32.const 3
              i32.shl
              i32.sub
              local.set $4
             end
             br $while-continue|0
            end
            local.get $5
            i32.const 8
            i32.sub
            local.tee $6
            i64.load
            local.get $1
            local.get $11
            i32.add
            call $assembly/flags/set/isInSet
            i32.const 0
            i32.ne
            i64.extend_i32_u
            i64.const -1125899906842624
            i64.or
            local.set $8
            br $break|1
           end
           local.get $3
           local.get $10
           i32.const 7
           i32.shl
           i32.add
           i64.load
           local.get $1
           local.get $11
           i32.add
           call $assembly/flags/set/isInSet
           i32.const 0
           i32.ne
           i64.extend_i32_u
           i64.const -1125899906842624
           i64.or
           local.set $8
           br $break|1
          end
          local.get $0
          local.get $5
          i32.const 8
          i32.sub
          local.tee $5
          i64.load
          call $assembly/flags/cbor/encodeUnit
          local.tee $8
          i64.const -256
          i64.and
          i64.const 9221120237057474560
          i64.eq
          br_if $folding-inner1
          local.get $5
          local.get $8
          i64.store
          br $while-continue|0
         end
         local.get $0
         local.get $5
         i32.const 16
         i32.sub
         local.tee $5
         call $assembly/flags/cbor/encodeUnitPair
         local.tee $8
         i64.const -256
         i64.and
         i64.const 9221120237057474560
         i64.eq
         br_if $folding-inner1
         local.get $5
         local.get $8
         i64.store
         br $while-continue|0
        end
        local.get $0
        local.get $1
        local.get $11
        i32.add
        local.get $1
        call $assembly/flags/arena/copyArray
        local.tee $8
        i64.const -256
        i64.and
        i64.const 9221120237057474560
        i64.eq
        br_if $folding-inner1
        local.get $5
        local.get $8
        i64.store
        br $while-continue|0
       end
       local.get $3
       local.get $10
       i32.const 7
       i32.shl
       i32.add
       i64.load
       i64.const 48
       i64.shr_u
       i32.wrap_i64
       i32.const 65534
       i32.ne
       local.get $5
       local.get $1
       local.get $11
       i32.add
       i64.extend_i32_u
       i64.const -1970324836974592
       i64.or
       i64.store
       i32.const 0
       local.set $5
       i32.eqz
       local.tee $10
       local.get $0
       i32.load offset=24
       local.get $0
       i32.load offset=64
       local.tee $7
       i32.sub
       i32.const 3
       i32.shr_u
       i32.le_u
       if
        local.get $10
        i32.const 3
        i32.shl
        i32.const 8
        i32.add
        i64.extend_i32_u
        i64.const 7
        i64.add
        i64.const -8
        i64.and
        local.tee $8
        local.get $0
        i64.load32_u offset=24
        local.get $7
        local.tee $5
        i64.extend_i32_u
        i64.sub
        i64.gt_u
        if
         i32.const 0
         local.set $5
        else
         local.get $0
         local.get $5
         local.get $8
         i32.wrap_i64
         i32.add
         i32.store offset=64
        end
        local.get $5
        if
         local.get $5
         i64.const 0
         i64.store
        end
       end
       local.get $5
       if (result i64)
        local.get $5
        local.get $10
        i32.store
        local.get $5
        i32.const 8
        i32.add
        local.get $6
        local.get $10
        i32.const 3
        i32.shl
        memory.copy
        local.get $5
        i64.extend_i32_u
        i64.const -1688849860263936
        i64.or
       else
        i64.const 9221120237057474563
       end
       local.tee $8
       i64.const -256
       i64.and
       i64.const 9221120237057474560
       i64.eq
       br_if $folding-inner1
       local.get $6
       local.get $8
       i64.store
       br $while-continue|0
      end
      local.get $0
      local.get $5
      i32.const 16
      i32.sub
      local.tee $6
      i64.load
      local.get $5
      i32.const 8
      i32.sub
      i64.load
      local.get $10
      call $assembly/flags/lists/unlessEnough
      local.tee $8
      i64.const -256
      i64.and
      i64.const 9221120237057474560
      i64.eq
      br_if $folding-inner1
      local.get $6
      local.get $8
      i64.store
      br $while-continue|0
     end
     local.get $4
     i32.load8_u
     i32.const 6
     i32.eq
     if
      local.get $8
      i64.const -1125899906842623
      i64.eq
      if (result i32)
       i32.const 8
      else
       local.get $4
       i32.load offset=4
       i32.const 1
       i32.add
       i32.const 3
       i32.shl
      end
      local.get $4
      i32.add
      local.set $4
     else
      local.get $6
      local.get $8
      i64.store
     end
     br $while-continue|0
    end
   end
   local.get $2
   i32.load offset=40
   i32.const 65536
   i32.or
   return
  end
  local.get $8
  i64.const 255
  i64.and
  i32.wrap_i64
  i32.const 33816576
  i32.or
 )
 (func $assembly/flags/compare/strictEquals (param $0 i64) (param $1 i64) (result i32)
  (local $2 i32)
  (local $3 i32)
  (local $4 i32)
  (local $5 i32)
  local.get $1
  i64.const -1970324836974592
  i64.lt_u
  local.get $0
  i64.const -1970324836974592
  i64.lt_u
  i32.and
  if
   local.get $0
   f64.reinterpret_i64
   local.get $1
   f64.reinterpret_i64
   f64.eq
   return
  end
  local.get $0
  i64.const 48
  i64.shr_u
  i32.wrap_i64
  i32.const 65529
  i32.eq
  if (result i32)
   local.get $1
   i64.const 48
   i64.shr_u
   i32.wrap_i64
   i32.const 65529
   i32.eq
  else
   i32.const 0
  end
  if
   local.get $0
   i32.wrap_i64
   local.tee $2
   i32.load
   local.tee $4
   local.get $1
   i32.wrap_i64
   local.tee $3
   i32.load
   i32.eq
   if (result i32)
    local.get $3
    i32.const 8
    i32.add
    local.set $3
    local.get $2
    i32.const 8
    i32.add
    local.tee $2
    local.get $4
    i32.const -8
    i32.and
    i32.add
    local.set $5
    block $__inlined_func$assembly/flags/text/equalWords$55 (result i32)
     loop $for-loop|0
      local.get $2
      local.get $5
      i32.lt_u
      if
       i32.const 0
       local.get $2
       i64.load
       local.get $3
       i64.load
       i64.ne
       br_if $__inlined_func$assembly/flags/text/equalWords$55
       drop
       local.get $2
       i32.const 8
       i32.add
       local.set $2
       local.get $3
       i32.const 8
       i32.add
       local.set $3
       br $for-loop|0
      end
     end
     i32.const 1
     local.get $4
     i32.const 7
     i32.and
     i64.extend_i32_u
     i64.const 3
     i64.shl
     local.tee $0
     i64.eqz
     br_if $__inlined_func$assembly/flags/text/equalWords$55
     drop
     local.get $2
     i64.load
     local.get $3
     i64.load
     i64.xor
     i64.const 64
     local.get $0
     i64.sub
     i64.shl
     i64.eqz
    end
   else
    i32.const 0
   end
   return
  end
  local.get $0
  local.get $1
  i64.eq
 )
 (func $assembly/number/space/trimStart (param $0 i32) (param $1 i32) (result i32)
  (local $2 i32)
  loop $while-continue|0
   local.get $0
   local.get $1
   i32.lt_u
   if
    local.get $0
    local.get $1
    call $assembly/number/space/spaceLength
    local.tee $2
    if
     local.get $0
     local.get $2
     i32.add
     local.set $0
     br $while-continue|0
    end
   end
  end
  local.get $0
 )
 (func $assembly/number/space/trimEnd (param $0 i32) (param $1 i32) (result i32)
  (local $2 i32)
  loop $while-continue|0
   local.get $0
   local.get $1
   i32.lt_u
   if
    block $while-break|0
     local.get $1
     i32.const 1
     i32.sub
     local.tee $2
     local.get $1
     call $assembly/number/space/spaceLength
     i32.const 1
     i32.eq
     if (result i32)
      local.get $2
     else
      local.get $1
      local.get $0
      i32.sub
      i32.const 2
      i32.ge_u
      if (result i32)
       local.get $1
       i32.const 2
       i32.sub
       local.get $1
       call $assembly/number/space/spaceLength
       i32.const 2
       i32.eq
      else
       i32.const 0
      end
      if (result i32)
       local.get $1
       i32.const 2
       i32.sub
      else
       local.get $1
       local.get $0
       i32.sub
       i32.const 3
       i32.ge_u
       if (result i32)
        local.get $1
        i32.const 3
        i32.sub
        local.get $1
        call $assembly/number/space/spaceLength
        i32.const 3
        i32.eq
       else
        i32.const 0
       end
       i32.eqz
       br_if $while-break|0
       local.get $1
       i32.const 3
       i32.sub
      end
     end
     local.set $1
     br $while-continue|0
    end
   end
  end
  local.get $1
 )
 (func $assembly/number/shortest/writeShortest (param $0 i64) (param $1 i32) (param $2 i32) (param $3 i32) (result i32)
  (local $4 i64)
  (local $5 i64)
  (local $6 i64)
  (local $7 i64)
  (local $8 i32)
  (local $9 i32)
  (local $10 i64)
  (local $11 i32)
  (local $12 i32)
  (local $13 i32)
  i32.const 17
  local.get $1
  i32.const 63
  i32.add
  local.get $0
  i64.clz
  i32.wrap_i64
  i32.sub
  i32.const 78913
  i32.mul
  i32.const 18
  i32.shr_s
  i32.sub
  local.tee $8
  i32.const 0
  local.get $8
  i32.const 0
  i32.gt_s
  select
  local.set $9
  local.get $3
  i32.const 348
  i32.add
  local.tee $11
  i64.const 1
  i64.store offset=4
  local.get $11
  i32.const 1
  i32.store
  local.get $11
  i32.const 0
  local.get $8
  i32.sub
  local.tee $12
  i32.const 0
  local.get $12
  i32.const 0
  i32.gt_s
  select
  call $assembly/number/big/bigTimesFives
  local.get $11
  i32.const 0
  local.get $1
  i32.const 2
  i32.sub
  local.get $8
  i32.add
  local.tee $12
  i32.sub
  local.tee $13
  i32.const 0
  local.get $13
  i32.const 0
  i32.gt_s
  select
  call $assembly/number/big/bigTimesTwos
  local.get $11
  i32.const 0
  local.get $11
  i32.load
  local.tee $13
  i32.const 5
  i32.shl
  local.get $13
  i32.const 2
  i32.shl
  local.get $11
  i32.add
  i32.load
  i32.clz
  i32.sub
  i32.sub
  i32.const 31
  i32.and
  local.tee $11
  call $assembly/number/big/bigTimesTwos
  local.get $3
  local.get $0
  i64.const 2
  i64.shl
  local.tee $5
  i64.const 1
  i64.const 2
  local.get $1
  i32.const -1074
  i32.gt_s
  local.get $0
  i64.const 4503599627370496
  i64.eq
  i32.and
  select
  i64.sub
  local.get $9
  local.get $12
  i32.const 0
  local.get $12
  i32.const 0
  i32.gt_s
  select
  local.get $11
  i32.add
  local.tee $1
  call $assembly/number/shortest/divide
  local.tee $4
  i64.const 1
  i64.add
  local.get $4
  local.get $0
  i64.const 1
  i64.and
  i64.eqz
  local.tee $11
  if (result i32)
   local.get $3
   i32.load
  else
   i32.const 1
  end
  select
  local.set $4
  local.get $3
  local.get $5
  i64.const 2
  i64.add
  local.get $9
  local.get $1
  call $assembly/number/shortest/divide
  local.tee $0
  local.get $0
  i64.const 1
  i64.sub
  local.get $11
  if (result i32)
   i32.const 1
  else
   local.get $3
   i32.load
  end
  select
  local.set $0
  local.get $3
  local.get $5
  local.get $9
  local.get $1
  call $assembly/number/shortest/divide
  local.set $10
  local.get $3
  i32.load
  i32.const 0
  i32.ne
  local.set $3
  i64.const 1
  local.set $7
  i32.const 0
  local.set $1
  loop $while-continue|0
   local.get $4
   i64.const 9
   i64.add
   i64.const 10
   i64.div_u
   local.tee $5
   local.get $0
   i64.const 10
   i64.div_u
   local.tee $6
   i64.le_u
   if
    local.get $5
    local.set $4
    local.get $6
    local.set $0
    local.get $7
    i64.const 10
    i64.mul
    local.set $7
    local.get $1
    i32.const 1
    i32.add
    local.set $1
    br $while-continue|0
   end
  end
  local.get $10
  local.get $7
  local.get $10
  local.get $7
  i64.div_u
  local.tee $5
  i64.mul
  i64.sub
  local.tee $6
  local.get $7
  i64.const 1
  i64.shr_u
  local.tee $7
  i64.gt_u
  if (result i32)
   i32.const 1
  else
   local.get $5
   i64.const 1
   i64.and
   i32.wrap_i64
   local.get $3
   i32.or
   local.get $6
   local.get $7
   i64.eq
   i32.and
  end
  if
   local.get $5
   i64.const 1
   i64.add
   local.set $5
  end
  local.get $5
  local.get $4
  local.get $4
  local.get $5
  i64.lt_u
  select
  local.tee $4
  local.get $0
  local.get $0
  local.get $4
  i64.gt_u
  select
  local.get $1
  local.get $8
  i32.sub
  local.get $2
  call $assembly/number/decimal/writeDecimal
 )
 (func $assembly/number/round/nearestDouble (param $0 i64) (param $1 i32) (param $2 i32) (result i64)
  (local $3 i64)
  (local $4 i64)
  (local $5 i32)
  local.get $1
  i32.const 63
  i32.add
  local.get $0
  i64.clz
  i32.wrap_i64
  local.tee $5
  i32.sub
  local.tee $1
  i32.const 1023
  i32.gt_s
  if
   i64.const 9218868437227405312
   return
  end
  local.get $2
  i32.const 0
  i32.ne
  i64.extend_i32_u
  local.get $0
  local.get $5
  i64.extend_i32_s
  i64.shl
  local.tee $0
  i64.const 55
  i64.shl
  i64.const 0
  i64.ne
  i64.extend_i32_u
  local.get $0
  i64.const 9
  i64.shr_u
  i64.or
  i64.or
  local.set $0
  local.get $1
  i32.const 1022
  i32.add
  i64.extend_i32_s
  local.set $3
  local.get $1
  i32.const -1022
  i32.lt_s
  if
   i32.const -1022
   local.get $1
   i32.sub
   local.tee $1
   i32.const 53
   i32.gt_u
   if
    i64.const 0
    return
   end
   i64.const 0
   local.set $3
   local.get $0
   i64.const 64
   local.get $1
   i64.extend_i32_u
   local.tee $4
   i64.sub
   i64.shl
   i64.const 0
   i64.ne
   i64.extend_i32_u
   local.get $0
   local.get $4
   i64.shr_u
   i64.or
   local.set $0
  end
  local.get $3
  i64.const 52
  i64.shl
  local.get $0
  i64.const 2
  i64.shr_u
  i64.add
  i64.const 200
  local.get $0
  i32.wrap_i64
  i32.const 7
  i32.and
  i64.extend_i32_u
  i64.shr_u
  i64.const 1
  i64.and
  i64.add
 )
 (func $assembly/number/format/formatNumber (param $0 f64) (param $1 i32) (param $2 i32) (result i32)
  (local $3 i32)
  (local $4 i32)
  (local $5 i64)
  (local $6 f64)
  (local $7 f64)
  local.get $0
  i64.reinterpret_f64
  local.tee $5
  i64.const 52
  i64.shr_u
  i32.wrap_i64
  i32.const 2047
  i32.and
  i32.const 2047
  i32.eq
  local.tee $4
  local.get $5
  i64.const 4503599627370495
  i64.and
  i64.const 0
  i64.ne
  i32.and
  if
   local.get $1
   i32.const 5136718
   i32.store
   i32.const 3
   return
  end
  local.get $5
  i64.const 63
  i64.shr_u
  i32.wrap_i64
  local.get $5
  i64.const 1
  i64.shl
  i64.const 0
  i64.ne
  i32.and
  if (result i32)
   local.get $1
   i32.const 45
   i32.store8
   local.get $1
   i32.const 1
   i32.add
  else
   local.get $1
  end
  local.set $3
  local.get $4
  if
   local.get $3
   i64.const 8751735898823355977
   i64.store
   local.get $3
   local.get $1
   i32.sub
   i32.const 8
   i32.add
   return
  end
  block $__inlined_func$assembly/number/format/writeFinite$1021
   local.get $0
   f64.abs
   local.tee $6
   f64.const 9007199254740992
   f64.lt
   if
    local.get $6
    i64.trunc_sat_f64_u
    local.tee $5
    f64.convert_i64_u
    local.get $6
    f64.eq
    if
     local.get $5
     i32.const 0
     local.get $3
     call $assembly/number/decimal/writeDecimal
     local.set $4
     br $__inlined_func$assembly/number/format/writeFinite$1021
    end
    block $__inlined_func$assembly/number/format/writeShort$21 (result i32)
     i32.const 0
     local.get $6
     f64.const 1e-07
     f64.lt
     br_if $__inlined_func$assembly/number/format/writeShort$21
     drop
     i32.const 1
     local.set $4
     f64.const 10
     local.set $7
     local.get $6
     f64.const 10
     f64.mul
     f64.nearest
     local.set $0
     loop $while-continue|0
      local.get $0
      f64.const 1e15
      f64.lt
      if
       local.get $0
       local.get $7
       f64.div
       local.get $6
       f64.eq
       if
        local.get $0
        i64.trunc_sat_f64_u
        i32.const 0
        local.get $4
        i32.sub
        local.get $3
        call $assembly/number/decimal/writeDecimal
        br $__inlined_func$assembly/number/format/writeShort$21
       end
       local.get $4
       i32.const 1
       i32.add
       local.set $4
       local.get $6
       local.get $7
       f64.const 10
       f64.mul
       local.tee $7
       f64.mul
       f64.nearest
       local.set $0
       br $while-continue|0
      end
     end
     i32.const 0
    end
    local.tee $4
    br_if $__inlined_func$assembly/number/format/writeFinite$1021
   end
   local.get $6
   i64.reinterpret_f64
   local.tee $5
   i64.const 52
   i64.shr_u
   i32.wrap_i64
   local.set $4
   local.get $5
   i64.const 4503599627370495
   i64.and
   local.set $5
   local.get $4
   i32.eqz
   if
    local.get $5
    i32.const -1074
    local.get $3
    local.get $2
    call $assembly/number/shortest/writeShortest
    local.set $4
    br $__inlined_func$assembly/number/format/writeFinite$1021
   end
   local.get $5
   i64.const 4503599627370496
   i64.or
   local.get $4
   i32.const 1075
   i32.sub
   local.get $3
   local.get $2
   call $assembly/number/shortest/writeShortest
   local.set $4
  end
  local.get $4
  local.get $1
  i32.sub
 )
 (func $assembly/number/big/bigDivide (param $0 i32) (param $1 i32) (result i64)
  (local $2 i32)
  (local $3 i64)
  (local $4 i64)
  (local $5 i32)
  (local $6 i32)
  (local $7 i32)
  (local $8 i32)
  (local $9 i64)
  (local $10 i32)
  (local $11 i32)
  (local $12 i64)
  (local $13 i64)
  (local $14 i32)
  local.get $1
  i32.load
  local.tee $5
  i32.const 2
  i32.shl
  local.tee $2
  local.get $1
  i32.add
  i64.load32_u
  local.set $13
  local.get $0
  local.get $2
  i32.add
  i32.const 12
  i32.add
  local.set $10
  local.get $0
  i32.const 4
  i32.add
  local.get $0
  i32.load
  i32.const 2
  i32.shl
  i32.add
  local.set $2
  loop $for-loop|0
   local.get $2
   local.get $10
   i32.lt_u
   if
    local.get $2
    i32.const 0
    i32.store
    local.get $2
    i32.const 4
    i32.add
    local.set $2
    br $for-loop|0
   end
  end
  local.get $10
  i32.const 4
  i32.sub
  local.set $6
  loop $for-loop|1
   local.get $6
   local.get $10
   i32.const 8
   i32.sub
   i32.ge_u
   if
    local.get $6
    local.get $5
    i32.const 2
    i32.shl
    local.tee $7
    i32.sub
    local.set $8
    i64.const 4294967295
    local.get $6
    i32.const 4
    i32.sub
    i64.load
    local.get $13
    i64.div_u
    local.tee $3
    local.get $3
    i64.const 4294967295
    i64.gt_u
    select
    local.set $9
    local.get $1
    i32.const 4
    i32.add
    local.set $11
    i64.const 0
    local.set $4
    i64.const 0
    local.set $3
    i32.const 0
    local.set $2
    loop $for-loop|00
     local.get $2
     local.get $7
     i32.lt_u
     if
      local.get $2
      local.get $8
      i32.add
      local.tee $14
      i64.load32_u
      local.get $4
      local.get $9
      local.get $2
      local.get $11
      i32.add
      i64.load32_u
      i64.mul
      i64.add
      local.tee $4
      i64.const 4294967295
      i64.and
      i64.sub
      local.get $3
      i64.sub
      local.set $3
      local.get $14
      local.get $3
      i64.store32
      local.get $4
      i64.const 32
      i64.shr_u
      local.set $4
      local.get $3
      i64.const 63
      i64.shr_u
      local.set $3
      local.get $2
      i32.const 4
      i32.add
      local.set $2
      br $for-loop|00
     end
    end
    local.get $7
    local.get $8
    i32.add
    i64.load32_u
    local.get $4
    i64.sub
    local.get $3
    i64.sub
    local.set $3
    loop $while-continue|1
     local.get $3
     i64.const 0
     i64.lt_s
     if
      local.get $9
      i64.const 1
      i64.sub
      local.set $9
      i64.const 0
      local.set $4
      i32.const 0
      local.set $2
      loop $for-loop|2
       local.get $2
       local.get $7
       i32.lt_u
       if
        local.get $4
        local.get $2
        local.get $8
        i32.add
        local.tee $14
        i64.load32_u
        local.get $2
        local.get $11
        i32.add
        i64.load32_u
        i64.add
        i64.add
        local.set $4
        local.get $14
        local.get $4
        i64.store32
        local.get $4
        i64.const 32
        i64.shr_u
        local.set $4
        local.get $2
        i32.const 4
        i32.add
        local.set $2
        br $for-loop|2
       end
      end
      local.get $3
      local.get $4
      i64.add
      local.set $3
      br $while-continue|1
     end
    end
    local.get $7
    local.get $8
    i32.add
    local.get $3
    i64.store32
    local.get $12
    i64.const 32
    i64.shl
    local.get $9
    i64.or
    local.set $12
    local.get $6
    i32.const 4
    i32.sub
    local.set $6
    br $for-loop|1
   end
  end
  loop $while-continue|2
   local.get $5
   if (result i32)
    local.get $0
    local.get $5
    i32.const 2
    i32.shl
    i32.add
    i32.load
   else
    i32.const 1
   end
   i32.eqz
   if
    local.get $5
    i32.const 1
    i32.sub
    local.set $5
    br $while-continue|2
   end
  end
  local.get $0
  local.get $5
  i32.store
  local.get $12
 )
 (func $assembly/limits/window/windowResetMs (param $0 i32) (param $1 i64) (param $2 f64) (result f64)
  (local $3 f64)
  (local $4 f64)
  (local $5 i32)
  (local $6 i64)
  local.get $0
  local.get $1
  local.get $2
  call $assembly/limits/window/windowUsed
  i64.eqz
  if
   f64.const 0
   return
  end
  local.get $2
  block $__inlined_func$assembly/limits/window/endMs$1255 (result f64)
   local.get $0
   i32.load offset=40
   local.tee $5
   i32.const 2
   i32.eq
   if
    local.get $1
    local.get $0
    i64.load32_u offset=48
    i64.shr_s
    i64.const 1000
    i64.const 1
    local.get $0
    i32.load offset=44
    i32.const 8
    i32.and
    select
    i64.mul
    f64.convert_i64_s
    br $__inlined_func$assembly/limits/window/endMs$1255
   end
   local.get $5
   i32.const 3
   i32.eq
   if
    local.get $0
    f64.load offset=88
    i32.const 8448
    f64.load
    i64.trunc_sat_f64_s
    f64.convert_i64_s
    f64.sub
    br $__inlined_func$assembly/limits/window/endMs$1255
   end
   local.get $0
   i64.load offset=32
   local.get $0
   i64.load offset=72
   local.get $1
   local.get $0
   i64.load32_u offset=48
   i64.shr_s
   i64.add
   i64.const 1
   i64.add
   i64.mul
   i32.const 8448
   f64.load
   i64.trunc_sat_f64_s
   i64.sub
   f64.convert_i64_s
  end
  i64.trunc_sat_f64_s
  local.tee $1
  local.get $2
  i64.trunc_sat_f64_s
  i64.sub
  local.tee $6
  i64.const 0
  local.get $6
  i64.const 0
  i64.gt_s
  select
  f64.convert_i64_s
  local.tee $3
  f64.add
  f64.const 1.1102230246251565e-16
  f64.mul
  local.set $4
  loop $while-continue|0
   local.get $2
   local.get $3
   f64.add
   i64.trunc_sat_f64_s
   local.get $1
   i64.lt_s
   if
    local.get $3
    local.get $4
    f64.add
    local.set $3
    local.get $4
    local.get $4
    f64.add
    local.set $4
    br $while-continue|0
   end
  end
  local.get $3
 )
 (func $assembly/limits/take/operateKey (param $0 i32) (param $1 i32) (param $2 i32) (param $3 i32) (param $4 i32) (param $5 f64) (result i32)
  (local $6 i32)
  (local $7 i64)
  local.get $0
  i32.const 192
  i32.add
  local.tee $6
  local.get $1
  i64.load
  i64.store
  local.get $6
  local.get $2
  i32.store offset=8
  local.get $6
  local.get $3
  i32.store offset=12
  local.get $0
  local.get $6
  i32.const 1
  local.get $4
  local.get $5
  call $assembly/limits/operate/operate
  local.tee $0
  i32.const 0
  i32.lt_s
  if
   local.get $0
   return
  end
  local.get $6
  i32.load offset=20
  i32.load offset=40
  i32.const 6
  i32.eq
  local.get $6
  i64.load offset=32
  local.tee $7
  i64.const 4096
  i64.and
  i64.const 0
  i64.ne
  i32.or
  if (result i32)
   i32.const 0
  else
   local.get $6
   i32.load offset=28
  end
  local.set $0
  local.get $1
  local.get $7
  i64.store offset=8
  local.get $1
  local.get $0
  i32.store offset=16
  local.get $1
  local.get $2
  i32.const 0
  local.get $0
  select
  i32.store offset=20
  local.get $6
  i32.load offset=16
 )
 (func $assembly/limits/take-parts/takeParts (param $0 i32) (param $1 i32) (param $2 i32) (param $3 f64) (result i32)
  (local $4 i32)
  (local $5 i32)
  local.get $3
  f64.const 315576e6
  f64.le
  local.get $3
  f64.const 0
  f64.ge
  i32.and
  i32.eqz
  if
   f64.const 315576e6
   local.get $3
   local.get $3
   f64.const 315576e6
   f64.gt
   select
   f64.const 0
   local.get $3
   f64.const 0
   f64.gt
   select
   local.set $3
  end
  i32.const 8464
  f64.load
  local.get $3
  f64.le
  if
   local.get $0
   local.get $3
   call $assembly/limits/settle/endLeases
   local.tee $4
   i32.const 1
   i32.ne
   if
    local.get $4
    return
   end
  end
  local.get $0
  i32.const 192
  i32.add
  local.set $4
  local.get $2
  i32.eqz
  if
   local.get $0
   local.get $4
   local.get $1
   local.get $3
   call $assembly/limits/group/takeKnown
   local.tee $5
   i32.const -100
   i32.ne
   if
    local.get $5
    return
   end
  end
  local.get $0
  local.get $4
  local.get $1
  local.get $2
  local.get $3
  call $assembly/limits/operate/operate
 )
 (func $assembly/limits/table/insert (param $0 i32) (param $1 i32) (param $2 i64) (param $3 i64) (param $4 f64) (result i32)
  (local $5 i64)
  (local $6 i64)
  (local $7 i32)
  (local $8 i32)
  (local $9 i64)
  (local $10 i64)
  (local $11 i64)
  (local $12 i64)
  (local $13 i64)
  (local $14 i32)
  (local $15 i32)
  (local $16 i64)
  (local $17 i32)
  (local $18 i32)
  (local $19 i64)
  (local $20 i64)
  (local $21 i64)
  (local $22 i64)
  (local $23 i64)
  loop $while-continue|0
   i32.const 0
   local.set $7
   i64.const 0
   local.set $10
   i64.const 0
   local.set $9
   i64.const 9223372036854775807
   local.set $6
   i64.const 9223372036854775807
   local.set $16
   local.get $2
   i64.const 13
   i64.shr_u
   i32.wrap_i64
   i32.const 7
   i32.and
   i32.const 4
   i32.shl
   local.set $14
   i32.const 8
   local.set $15
   loop $for-loop|1
    local.get $15
    i32.const 0
    i32.gt_s
    if
     block $for-break1
      local.get $1
      local.get $14
      i32.add
      local.set $8
      local.get $14
      i32.const 16
      i32.add
      i32.const 127
      i32.and
      local.set $14
      local.get $8
      i32.const 8
      i32.add
      i64.atomic.load
      local.tee $5
      i64.const 0
      i64.lt_s
      if
       local.get $5
       i64.const -9223372036854775808
       i64.eq
       if
        local.get $8
        i64.const 0
        i64.atomic.store
       end
       local.get $8
       i32.const 8
       i32.add
       local.get $5
       i64.const 9223372036854775807
       i64.and
       local.tee $5
       i64.atomic.store
      end
      i64.const 0
      local.set $13
      local.get $8
      i64.atomic.load
      local.tee $11
      i64.const 0
      i64.ne
      if (result i64)
       local.get $5
       i64.const 3
       i64.shr_s
       local.set $12
       block $__inlined_func$assembly/limits/cell/debtTokens$1236 (result i64)
        local.get $0
        i32.load offset=56
        local.get $11
        i32.wrap_i64
        i32.const 4095
        i32.and
        i32.const 7
        i32.shl
        i32.add
        local.tee $17
        i32.load offset=40
        local.tee $18
        i32.eqz
        if
         i64.const 0
         local.get $17
         i64.load offset=8
         local.tee $13
         i64.eqz
         br_if $__inlined_func$assembly/limits/cell/debtTokens$1236
         drop
         local.get $12
         local.get $17
         i64.load
         local.get $4
         f64.const 1e3
         f64.const 1
         local.get $17
         i32.load offset=24
         local.tee $17
         i32.const 1
         i32.eq
         select
         f64.const 1e6
         local.get $17
         select
         f64.mul
         i64.trunc_sat_f64_s
         i64.mul
         i64.sub
         local.tee $12
         i64.const 0
         local.get $12
         i64.const 0
         i64.gt_s
         select
         local.get $13
         i64.add
         i64.const 1
         i64.sub
         local.get $13
         i64.div_s
         br $__inlined_func$assembly/limits/cell/debtTokens$1236
        end
        local.get $18
        i32.const 4
        i32.eq
        if
         local.get $4
         i64.trunc_sat_f64_s
         local.get $17
         i64.load offset=32
         local.tee $13
         i64.div_s
         local.tee $19
         local.get $12
         local.get $17
         i64.load32_u offset=48
         local.tee $20
         i64.const 1
         i64.shl
         i64.shr_s
         i64.sub
         local.tee $21
         i64.const 0
         i64.gt_s
         if
          local.get $19
          local.get $20
          i64.shl
          local.set $19
          local.get $21
          i64.const 1
          i64.eq
          if (result i64)
           local.get $12
           i64.const 1
           local.get $20
           i64.shl
           i64.const 1
           i64.sub
           i64.and
          else
           i64.const 0
          end
          local.get $19
          i64.or
          local.get $20
          i64.shl
          local.set $12
         end
         i64.const 1
         local.get $17
         i64.load32_u offset=48
         local.tee $22
         i64.shl
         i64.const 1
         i64.sub
         local.tee $23
         local.get $12
         local.get $22
         i64.shr_s
         i64.and
         local.set $19
         local.get $13
         local.get $13
         local.get $12
         local.get $23
         i64.and
         i64.mul
         local.get $17
         i32.load offset=44
         i32.const 2
         i32.and
         if (result i64)
          local.get $13
         else
          local.get $12
          local.get $22
          i64.const 1
          i64.shl
          i64.shr_s
          i64.const 1
          i64.add
          local.get $13
          i64.mul
          local.get $4
          i64.trunc_sat_f64_s
          i64.sub
          local.tee $12
          local.get $13
          local.get $12
          local.get $13
          i64.lt_s
          select
         end
         local.get $19
         i64.mul
         i64.add
         i64.add
         i64.const 1
         i64.sub
         local.get $13
         i64.div_s
         br $__inlined_func$assembly/limits/cell/debtTokens$1236
        end
        local.get $18
        i32.const 6
        i32.eq
        if
         local.get $12
         i32.wrap_i64
         local.tee $18
         if (result i64)
          local.get $18
          i64.load32_u offset=8
          local.set $12
          local.get $4
          f64.const 1e3
          f64.mul
          i64.trunc_sat_f64_s
          local.get $17
          i64.load offset=32
          i64.sub
          local.set $19
          loop $while-continue|00
           local.get $12
           local.get $13
           i64.gt_s
           if (result i32)
            local.get $18
            local.get $13
            i32.wrap_i64
            i32.const 3
            i32.shl
            i32.add
            i64.load offset=32
            local.get $19
            i64.le_s
           else
            i32.const 0
           end
           if
            local.get $13
            i64.const 1
            i64.add
            local.set $13
            br $while-continue|00
           end
          end
          local.get $18
          i64.load32_u offset=8
          local.get $13
          i64.sub
         else
          i64.const 0
         end
         br $__inlined_func$assembly/limits/cell/debtTokens$1236
        end
        i64.const 0
        local.get $12
        i64.const 1099511627776
        i64.add
        local.get $12
        i64.eqz
        select
        local.get $18
        i32.const 5
        i32.eq
        br_if $__inlined_func$assembly/limits/cell/debtTokens$1236
        drop
        local.get $17
        local.get $12
        local.get $4
        call $assembly/limits/window/windowUsed
       end
      else
       i64.const 0
      end
      local.tee $12
      local.get $6
      i64.lt_s
      if (result i32)
       i32.const 1
      else
       local.get $6
       local.get $12
       i64.eq
       local.get $16
       local.get $5
       i64.const 3
       i64.shr_s
       i64.gt_s
       i32.and
      end
      if
       local.get $8
       local.set $7
       local.get $11
       local.set $10
       local.get $5
       local.tee $9
       i64.const 3
       i64.shr_s
       local.set $16
       local.get $12
       local.tee $6
       i64.eqz
       br_if $for-break1
      end
      local.get $15
      i32.const 1
      i32.sub
      local.set $15
      br $for-loop|1
     end
    end
   end
   local.get $9
   local.get $7
   i32.const 8
   i32.add
   local.get $9
   i64.const -9223372036854775808
   i64.atomic.rmw.cmpxchg
   i64.ne
   if
    local.get $0
    local.get $0
    i32.load offset=28
    i32.const 1
    i32.add
    i32.store offset=28
    br $while-continue|0
   end
  end
  local.get $6
  i64.const 0
  i64.ne
  if
   local.get $0
   i32.load offset=16
   local.get $0
   i32.load offset=56
   local.get $10
   i32.wrap_i64
   i32.const 4095
   i32.and
   i32.const 7
   i32.shl
   i32.add
   i32.load offset=104
   i32.const 40
   i32.mul
   i32.add
   local.set $0
   loop $while-continue|01
    local.get $0
    i64.atomic.load
    local.tee $5
    local.get $0
    local.get $5
    local.get $5
    i64.const 1
    i64.add
    i64.atomic.rmw.cmpxchg
    i64.ne
    br_if $while-continue|01
   end
   local.get $0
   i32.const 8
   i32.add
   local.set $0
   local.get $6
   i64.const 1099511627776
   i64.sub
   local.get $6
   local.get $6
   i64.const 1099511627776
   i64.gt_s
   select
   local.set $5
   loop $while-continue|012
    local.get $0
    i64.atomic.load
    local.tee $6
    local.get $0
    local.get $6
    local.get $5
    local.get $6
    i64.add
    i64.atomic.rmw.cmpxchg
    i64.ne
    br_if $while-continue|012
   end
  end
  local.get $7
  local.get $2
  i64.atomic.store
  local.get $7
  i32.const 8
  i32.add
  local.get $9
  i64.const 1
  i64.add
  i64.const 7
  i64.and
  local.get $3
  i64.const 3
  i64.shl
  i64.or
  i64.atomic.store
  local.get $7
 )
 (func $assembly/limits/sliding/slidingUsable (param $0 i32) (param $1 i64) (param $2 f64) (result i64)
  (local $3 i64)
  (local $4 i64)
  (local $5 i64)
  (local $6 i64)
  (local $7 i64)
  (local $8 i64)
  (local $9 i64)
  local.get $0
  i64.load offset=32
  local.tee $3
  local.get $0
  i64.load32_u offset=28
  i64.mul
  local.get $2
  i64.trunc_sat_f64_s
  local.get $3
  i64.div_s
  local.tee $5
  local.get $1
  local.get $0
  i64.load32_u offset=48
  local.tee $6
  i64.const 1
  i64.shl
  i64.shr_s
  i64.sub
  local.tee $7
  i64.const 0
  i64.gt_s
  if
   local.get $5
   local.get $6
   i64.shl
   local.set $5
   local.get $7
   i64.const 1
   i64.eq
   if (result i64)
    local.get $1
    i64.const 1
    local.get $6
    i64.shl
    i64.const 1
    i64.sub
    i64.and
   else
    i64.const 0
   end
   local.get $5
   i64.or
   local.get $6
   i64.shl
   local.set $1
  end
  i64.const 1
  local.get $0
  i64.load32_u offset=48
  local.tee $8
  i64.shl
  i64.const 1
  i64.sub
  local.tee $9
  local.get $1
  local.get $8
  i64.shr_s
  i64.and
  local.set $5
  local.get $3
  local.get $1
  local.get $9
  i64.and
  i64.mul
  local.get $0
  i32.load offset=44
  i32.const 2
  i32.and
  if (result i64)
   local.get $3
  else
   local.get $1
   local.get $8
   i64.const 1
   i64.shl
   i64.shr_s
   i64.const 1
   i64.add
   local.get $3
   i64.mul
   local.get $2
   i64.trunc_sat_f64_s
   i64.sub
   local.tee $1
   local.get $3
   local.get $1
   local.get $3
   i64.lt_s
   select
  end
  local.get $5
  i64.mul
  i64.add
  i64.sub
  local.tee $1
  i64.const 0
  local.get $1
  i64.const 0
  i64.gt_s
  select
  local.get $3
  i64.div_s
 )
 (func $assembly/limits/settle/dropKeyLeases (param $0 i32) (param $1 i32) (param $2 i32) (param $3 i32) (param $4 f64)
  (local $5 i32)
  (local $6 i64)
  (local $7 i32)
  (local $8 i32)
  (local $9 i32)
  (local $10 i32)
  (local $11 i32)
  (local $12 i64)
  local.get $0
  i32.load offset=112
  local.set $7
  loop $for-loop|0
   local.get $5
   local.get $7
   i32.lt_u
   if
    block $for-continue|0
     local.get $0
     i32.load offset=108
     local.get $0
     i32.load offset=112
     i32.const 63
     i32.add
     i32.const 6
     i32.shr_u
     i32.const 3
     i32.shl
     i32.const 63
     i32.add
     i32.const -64
     i32.and
     i32.add
     local.get $5
     i32.const 6
     i32.shl
     i32.add
     local.tee $8
     i32.atomic.load
     local.tee $10
     i32.const 3
     i32.and
     i32.const 2
     i32.eq
     if (result i32)
      block $__inlined_func$assembly/limits/settle/isLeaseOf$736 (result i32)
       local.get $8
       i32.load offset=4
       local.tee $11
       local.get $2
       i32.eq
       local.get $1
       i32.eqz
       br_if $__inlined_func$assembly/limits/settle/isLeaseOf$736
       drop
       i32.const 0
       local.get $8
       i64.load offset=8
       local.get $1
       i64.load
       i64.ne
       br_if $__inlined_func$assembly/limits/settle/isLeaseOf$736
       drop
       local.get $0
       i32.load offset=56
       local.tee $9
       local.get $11
       i32.const 7
       i32.shl
       i32.add
       i32.load offset=104
       local.get $9
       local.get $2
       i32.const 7
       i32.shl
       i32.add
       i32.load offset=104
       i32.eq
      end
     else
      i32.const 0
     end
     i32.eqz
     br_if $for-continue|0
     local.get $8
     local.get $4
     f64.store offset=48
     local.get $8
     local.get $10
     local.get $10
     i32.const -32
     i32.and
     i32.const 3
     i32.or
     i32.atomic.rmw.cmpxchg
     local.get $10
     i32.ne
     br_if $for-continue|0
     local.get $8
     i32.atomic.load
     i32.const 5
     i32.shr_u
     local.set $9
     local.get $3
     if
      local.get $8
      local.get $3
      i32.store offset=4
      local.get $8
      i32.const 0
      i32.store offset=32
      local.get $8
      local.get $9
      i32.const 5
      i32.shl
      local.tee $8
      i32.const 3
      i32.or
      local.get $8
      i32.const 2
      i32.or
      i32.atomic.rmw.cmpxchg
      drop
      local.get $0
      i32.load offset=108
      local.tee $8
      local.get $5
      i32.const 6
      i32.shr_u
      i32.const 3
      i32.shl
      i32.add
      local.set $9
      local.get $8
      local.get $0
      i32.load offset=112
      i32.const 63
      i32.add
      i32.const 6
      i32.shr_u
      i32.const 3
      i32.shl
      i32.const 63
      i32.add
      i32.const -64
      i32.and
      i32.add
      local.get $5
      i32.const 6
      i32.shl
      i32.add
      i64.load offset=16
      local.set $6
      loop $while-continue|0
       local.get $9
       i64.atomic.load
       local.tee $12
       local.get $6
       i64.le_u
       if (result i32)
        i32.const 1
       else
        local.get $12
        local.get $9
        local.get $12
        local.get $6
        i64.atomic.rmw.cmpxchg
        i64.eq
       end
       i32.eqz
       br_if $while-continue|0
      end
      loop $while-continue|01
       i32.const 8464
       i64.atomic.load
       local.tee $12
       local.get $6
       i64.le_u
       if (result i32)
        i32.const 1
       else
        local.get $12
        i32.const 8464
        local.get $12
        local.get $6
        i64.atomic.rmw.cmpxchg
        i64.eq
       end
       i32.eqz
       br_if $while-continue|01
      end
     else
      local.get $8
      local.get $9
      i32.const 5
      i32.shl
      i32.const 3
      i32.or
      local.get $9
      i32.const 1
      i32.add
      i32.const 5
      i32.shl
      i32.atomic.rmw.cmpxchg
      drop
     end
    end
    local.get $5
    i32.const 1
    i32.add
    local.set $5
    br $for-loop|0
   end
  end
 )
 (func $assembly/limits/settle/adjust (param $0 i32) (param $1 i32) (param $2 i32) (param $3 i32) (param $4 i32) (param $5 f64) (result i32)
  (local $6 i32)
  (local $7 i64)
  (local $8 i32)
  (local $9 i32)
  (local $10 i32)
  (local $11 i64)
  local.get $0
  i32.load offset=108
  local.get $0
  i32.load offset=112
  i32.const 63
  i32.add
  i32.const 6
  i32.shr_u
  i32.const 3
  i32.shl
  i32.const 63
  i32.add
  i32.const -64
  i32.and
  i32.add
  local.get $1
  i32.const 6
  i32.shl
  i32.add
  local.tee $6
  i32.load offset=40
  local.tee $8
  local.get $3
  local.get $3
  i32.const -1
  i32.eq
  select
  i32.const 0
  local.get $0
  i32.load offset=56
  local.get $6
  i32.load offset=4
  local.tee $9
  i32.const 7
  i32.shl
  i32.add
  local.tee $10
  i32.load offset=40
  i32.const 5
  i32.ne
  select
  local.set $3
  local.get $10
  i32.load offset=28
  i32.eqz
  local.tee $10
  if (result i32)
   local.get $0
   i32.load offset=88
   i32.const 8472
   i32.atomic.load
   i32.eq
  else
   local.get $10
  end
  i32.eqz
  local.get $3
  local.get $8
  i32.ne
  i32.and
  if
   local.get $4
   local.get $6
   i64.load offset=8
   i64.store
   local.get $4
   local.get $9
   i32.store offset=8
   local.get $4
   local.get $6
   i64.load offset=24
   i64.store offset=96
   local.get $4
   local.get $6
   i32.load offset=32
   i32.store offset=104
   local.get $4
   local.get $3
   local.get $8
   i32.sub
   local.get $8
   local.get $3
   i32.sub
   local.get $3
   local.get $8
   i32.gt_u
   local.tee $3
   select
   i32.store offset=12
   local.get $0
   local.get $4
   i32.const 1
   i32.const 7
   i32.const 6
   local.get $3
   select
   local.get $5
   call $assembly/limits/operate/operate
   local.tee $3
   i32.const 1
   i32.ne
   if
    local.get $6
    local.get $2
    i32.const 5
    i32.shl
    local.tee $2
    i32.const 3
    i32.or
    local.get $2
    i32.const 2
    i32.or
    i32.atomic.rmw.cmpxchg
    drop
    local.get $0
    i32.load offset=108
    local.tee $2
    local.get $1
    i32.const 6
    i32.shr_u
    i32.const 3
    i32.shl
    i32.add
    local.set $4
    local.get $2
    local.get $0
    i32.load offset=112
    i32.const 63
    i32.add
    i32.const 6
    i32.shr_u
    i32.const 3
    i32.shl
    i32.const 63
    i32.add
    i32.const -64
    i32.and
    i32.add
    local.get $1
    i32.const 6
    i32.shl
    i32.add
    i64.load offset=16
    local.set $7
    loop $while-continue|0
     local.get $4
     i64.atomic.load
     local.tee $11
     local.get $7
     i64.le_u
     if (result i32)
      i32.const 1
     else
      local.get $11
      local.get $4
      local.get $11
      local.get $7
      i64.atomic.rmw.cmpxchg
      i64.eq
     end
     i32.eqz
     br_if $while-continue|0
    end
    loop $while-continue|01
     i32.const 8464
     i64.atomic.load
     local.tee $11
     local.get $7
     i64.le_u
     if (result i32)
      i32.const 1
     else
      local.get $11
      i32.const 8464
      local.get $11
      local.get $7
      i64.atomic.rmw.cmpxchg
      i64.eq
     end
     i32.eqz
     br_if $while-continue|01
    end
    local.get $3
    return
   end
  end
  local.get $6
  local.get $2
  i32.const 5
  i32.shl
  i32.const 3
  i32.or
  local.get $2
  i32.const 1
  i32.add
  i32.const 5
  i32.shl
  i32.atomic.rmw.cmpxchg
  drop
  i32.const 1
 )
 (func $assembly/limits/part/partResetMs (param $0 i32) (result f64)
  (local $1 i32)
  local.get $0
  i32.load offset=64
  i32.const 1
  i32.eq
  if
   local.get $0
   f64.load offset=80
   return
  end
  local.get $0
  i32.load offset=20
  local.tee $1
  if (result i32)
   local.get $1
   i32.load offset=28
  else
   i32.const 0
  end
  i32.eqz
  if
   f64.const 0
   return
  end
  local.get $0
  i32.load offset=20
  local.get $0
  i64.load offset=48
  local.get $0
  f64.load offset=56
  call $assembly/limits/cell/resetMs
 )
 (func $assembly/limits/part/partRemaining (param $0 i32) (result i32)
  (local $1 i32)
  local.get $0
  i32.load offset=64
  i32.const 1
  i32.eq
  if
   local.get $0
   i32.load offset=112
   return
  end
  local.get $0
  i32.load offset=20
  local.tee $1
  if (result i32)
   local.get $1
   i32.load offset=28
  else
   i32.const 0
  end
  i32.eqz
  if
   i32.const 0
   return
  end
  local.get $0
  i32.load offset=20
  local.get $0
  i64.load offset=48
  local.get $0
  f64.load offset=56
  call $assembly/limits/cell/usable
  i32.wrap_i64
 )
 (func $assembly/limits/part/partNextMs (param $0 i32) (result f64)
  (local $1 i32)
  local.get $0
  i32.load offset=64
  i32.const 1
  i32.eq
  if
   local.get $0
   f64.load offset=96
   return
  end
  local.get $0
  i32.load offset=20
  local.tee $1
  if (result i32)
   local.get $1
   i32.load offset=28
  else
   i32.const 0
  end
  i32.eqz
  if
   f64.const 0
   return
  end
  local.get $0
  i32.load offset=20
  local.get $0
  i64.load offset=48
  local.get $0
  f64.load offset=56
  call $assembly/limits/cell/nextMs
 )
 (func $assembly/limits/operate/stateFor (param $0 i32) (param $1 i32) (param $2 f64) (result i64)
  (local $3 i64)
  local.get $0
  i64.load offset=48
  local.set $3
  local.get $0
  i32.load offset=20
  local.tee $0
  local.get $1
  i32.eq
  if (result i32)
   i32.const 1
  else
   local.get $1
   i32.load offset=40
   i32.const 6
   i32.eq
  end
  if (result i64)
   local.get $3
  else
   local.get $0
   local.get $1
   local.get $3
   local.get $2
   call $assembly/limits/cell/converted
  end
 )
 (func $assembly/limits/open/unlockParts (param $0 i32) (param $1 i32) (param $2 i32)
  (local $3 i32)
  (local $4 i32)
  (local $5 i32)
  (local $6 i32)
  local.get $1
  local.set $4
  loop $for-loop|0
   local.get $2
   local.get $4
   i32.gt_u
   if
    local.get $3
    i32.eqz
    local.get $4
    i32.load offset=116
    local.tee $5
    local.get $3
    i32.lt_u
    i32.or
    i32.const 0
    local.get $5
    select
    if
     local.get $5
     local.set $3
    end
    local.get $4
    i32.const 128
    i32.add
    local.set $4
    br $for-loop|0
   end
  end
  local.get $3
  local.set $4
  loop $for-loop|00
   local.get $4
   if
    local.get $0
    i32.load offset=60
    i32.eqz
    if
     local.get $4
     local.get $0
     i32.const 0
     i32.atomic.rmw.cmpxchg
     drop
    end
    i32.const 0
    local.set $5
    local.get $1
    local.set $3
    loop $for-loop|01
     local.get $2
     local.get $3
     i32.gt_u
     if
      local.get $5
      i32.eqz
      local.get $3
      i32.load offset=116
      local.tee $6
      local.get $5
      i32.lt_u
      i32.or
      local.get $4
      local.get $6
      i32.lt_u
      i32.and
      if
       local.get $6
       local.set $5
      end
      local.get $3
      i32.const 128
      i32.add
      local.set $3
      br $for-loop|01
     end
    end
    local.get $5
    local.set $4
    br $for-loop|00
   end
  end
 )
 (func $assembly/limits/lease/nextEnded (param $0 i32) (param $1 i32) (param $2 f64) (result i32)
  (local $3 i64)
  (local $4 i32)
  (local $5 f64)
  (local $6 i32)
  (local $7 i64)
  (local $8 i64)
  (local $9 i32)
  (local $10 i32)
  local.get $0
  i32.load offset=112
  local.set $4
  local.get $2
  f64.const 5e3
  f64.add
  i64.reinterpret_f64
  local.set $3
  local.get $1
  i32.eqz
  if
   i32.const 8464
   local.get $3
   i64.atomic.store
  end
  loop $while-continue|0
   local.get $1
   local.get $4
   i32.lt_u
   if
    local.get $0
    i32.load offset=108
    local.get $1
    i32.const 6
    i32.shr_u
    i32.const 3
    i32.shl
    i32.add
    local.set $6
    local.get $1
    i32.const 63
    i32.and
    i32.eqz
    if
     local.get $6
     f64.load
     local.set $5
     local.get $6
     i64.atomic.load
     local.set $7
     local.get $2
     local.get $5
     f64.lt
     if
      loop $while-continue|01
       local.get $7
       i32.const 8464
       i64.atomic.load
       local.tee $8
       i64.ge_u
       if (result i32)
        i32.const 1
       else
        local.get $8
        i32.const 8464
        local.get $8
        local.get $7
        i64.atomic.rmw.cmpxchg
        i64.eq
       end
       i32.eqz
       br_if $while-continue|01
      end
      local.get $1
      i32.const -64
      i32.sub
      local.set $1
      br $while-continue|0
     end
     local.get $6
     local.get $3
     i64.atomic.store
    end
    local.get $0
    local.get $0
    i32.load offset=108
    local.get $0
    i32.load offset=112
    i32.const 63
    i32.add
    i32.const 6
    i32.shr_u
    i32.const 3
    i32.shl
    i32.const 63
    i32.add
    i32.const -64
    i32.and
    i32.add
    local.get $1
    i32.const 6
    i32.shl
    i32.add
    local.tee $9
    i32.atomic.load
    local.tee $10
    i32.store offset=144
    local.get $10
    i32.const 3
    i32.and
    i32.const 2
    i32.eq
    if
     local.get $9
     f64.load offset=16
     local.get $2
     f64.le
     if
      local.get $1
      return
     end
     local.get $0
     i32.load offset=108
     local.tee $6
     local.get $1
     i32.const 6
     i32.shr_u
     i32.const 3
     i32.shl
     i32.add
     local.set $9
     local.get $6
     local.get $0
     i32.load offset=112
     i32.const 63
     i32.add
     i32.const 6
     i32.shr_u
     i32.const 3
     i32.shl
     i32.const 63
     i32.add
     i32.const -64
     i32.and
     i32.add
     local.get $1
     i32.const 6
     i32.shl
     i32.add
     i64.load offset=16
     local.set $7
     loop $while-continue|00
      local.get $9
      i64.atomic.load
      local.tee $8
      local.get $7
      i64.le_u
      if (result i32)
       i32.const 1
      else
       local.get $8
       local.get $9
       local.get $8
       local.get $7
       i64.atomic.rmw.cmpxchg
       i64.eq
      end
      i32.eqz
      br_if $while-continue|00
     end
     loop $while-continue|011
      i32.const 8464
      i64.atomic.load
      local.tee $8
      local.get $7
      i64.le_u
      if (result i32)
       i32.const 1
      else
       local.get $8
       i32.const 8464
       local.get $8
       local.get $7
       i64.atomic.rmw.cmpxchg
       i64.eq
      end
      i32.eqz
      br_if $while-continue|011
     end
    else
     local.get $10
     i32.const 3
     i32.and
     local.tee $10
     i32.const 3
     i32.eq
     if
      local.get $10
      i32.const 3
      i32.ne
      local.get $10
      i32.const 1
      i32.ne
      i32.and
      if (result i32)
       i32.const 0
      else
       local.get $9
       f64.load offset=48
       f64.const 1e4
       f64.add
       local.get $2
       f64.lt
      end
      if
       local.get $1
       return
      end
      loop $while-continue|03
       local.get $6
       i64.atomic.load
       local.tee $7
       local.get $3
       i64.le_u
       if (result i32)
        i32.const 1
       else
        local.get $7
        local.get $6
        local.get $7
        local.get $3
        i64.atomic.rmw.cmpxchg
        i64.eq
       end
       i32.eqz
       br_if $while-continue|03
      end
     end
    end
    local.get $1
    i32.const 1
    i32.add
    local.set $1
    br $while-continue|0
   end
  end
  local.get $4
 )
 (func $assembly/limits/exceptions/setBlock (param $0 i32) (param $1 i64) (param $2 f64) (param $3 f64) (result i32)
  (local $4 i32)
  (local $5 i32)
  (local $6 i64)
  block $__inlined_func$assembly/limits/lock/lock$69
   local.get $0
   i32.load offset=60
   br_if $__inlined_func$assembly/limits/lock/lock$69
   loop $while-continue|0
    i32.const 0
    local.set $4
    loop $for-loop|1
     local.get $4
     i32.const 100000000
     i32.lt_s
     if
      i32.const 20480
      i32.const 0
      local.get $0
      i32.atomic.rmw.cmpxchg
      i32.eqz
      br_if $__inlined_func$assembly/limits/lock/lock$69
      local.get $4
      i32.const 1
      i32.add
      local.set $4
      br $for-loop|1
     end
    end
    i32.const 20480
    i32.atomic.load
    local.tee $4
    i32.const 20480
    local.get $4
    local.get $0
    i32.atomic.rmw.cmpxchg
    i32.ne
    br_if $while-continue|0
   end
  end
  local.get $2
  f64.const 0
  f64.eq
  if
   block $__inlined_func$assembly/limits/exceptions/findSlot$70
    loop $for-loop|0
     local.get $5
     i32.const 64
     i32.lt_u
     if
      local.get $0
      i32.load offset=116
      local.get $0
      i32.load offset=120
      i32.const 1
      i32.sub
      local.get $1
      i64.const 29
      i64.shr_u
      i32.wrap_i64
      local.get $5
      i32.add
      i32.and
      i32.const 5
      i32.shl
      i32.add
      local.tee $4
      i64.atomic.load
      local.tee $6
      local.get $1
      i64.eq
      br_if $__inlined_func$assembly/limits/exceptions/findSlot$70
      i32.const 0
      local.set $4
      local.get $6
      i64.eqz
      br_if $__inlined_func$assembly/limits/exceptions/findSlot$70
      local.get $5
      i32.const 1
      i32.add
      local.set $5
      br $for-loop|0
     end
    end
    i32.const 0
    local.set $4
   end
  else
   local.get $0
   local.get $1
   local.get $3
   call $assembly/limits/exceptions/claimSlot
   local.set $4
  end
  local.get $4
  if
   local.get $4
   i32.const 16
   i32.add
   local.get $2
   i64.reinterpret_f64
   i64.atomic.store
   local.get $4
   i32.const 8
   i32.add
   i32.atomic.load
   if (result i32)
    i32.const 0
   else
    local.get $4
    i32.const 16
    i32.add
    f64.load
    local.get $3
    f64.le
   end
   if
    local.get $4
    i64.const 1
    i64.atomic.store
    loop $while-continue|00
     i32.const 8476
     i32.atomic.load
     local.tee $5
     i32.const 8476
     local.get $5
     local.get $5
     i32.const 1
     i32.sub
     i32.atomic.rmw.cmpxchg
     i32.ne
     br_if $while-continue|00
    end
   end
  end
  local.get $0
  i32.load offset=60
  i32.eqz
  if
   i32.const 20480
   local.get $0
   i32.const 0
   i32.atomic.rmw.cmpxchg
   drop
  end
  i32.const 1
  local.get $2
  f64.const 0
  f64.eq
  local.get $4
  select
 )
 (func $assembly/limits/exceptions/claimSlot (param $0 i32) (param $1 i64) (param $2 f64) (result i32)
  (local $3 i32)
  (local $4 i32)
  (local $5 i32)
  (local $6 i64)
  loop $for-loop|0
   local.get $3
   i32.const 64
   i32.lt_u
   if
    block $__inlined_func$assembly/limits/exceptions/findSlot$67
     local.get $0
     i32.load offset=116
     local.get $0
     i32.load offset=120
     i32.const 1
     i32.sub
     local.get $1
     i64.const 29
     i64.shr_u
     i32.wrap_i64
     local.get $3
     i32.add
     i32.and
     i32.const 5
     i32.shl
     i32.add
     local.tee $4
     i64.atomic.load
     local.tee $6
     local.get $1
     i64.eq
     br_if $__inlined_func$assembly/limits/exceptions/findSlot$67
     i32.const 0
     local.set $4
     local.get $6
     i64.eqz
     br_if $__inlined_func$assembly/limits/exceptions/findSlot$67
     local.get $3
     i32.const 1
     i32.add
     local.set $3
     br $for-loop|0
    end
   end
  end
  local.get $4
  if
   local.get $4
   return
  end
  i32.const 8476
  i32.atomic.load
  local.get $0
  i32.load offset=140
  i32.ge_u
  if
   local.get $0
   i32.load offset=116
   local.set $3
   local.get $0
   i32.load offset=120
   local.set $4
   loop $for-loop|00
    local.get $4
    if
     local.get $3
     i64.atomic.load
     i64.const 1
     i64.gt_u
     if
      local.get $3
      i32.const 8
      i32.add
      i32.atomic.load
      if (result i32)
       i32.const 0
      else
       local.get $3
       i32.const 16
       i32.add
       f64.load
       local.get $2
       f64.le
      end
      if
       local.get $3
       i64.const 1
       i64.atomic.store
       loop $while-continue|0
        i32.const 8476
        i32.atomic.load
        local.tee $5
        i32.const 8476
        local.get $5
        local.get $5
        i32.const 1
        i32.sub
        i32.atomic.rmw.cmpxchg
        i32.ne
        br_if $while-continue|0
       end
      end
     end
     local.get $3
     i32.const 32
     i32.add
     local.set $3
     local.get $4
     i32.const 1
     i32.sub
     local.set $4
     br $for-loop|00
    end
   end
   i32.const 8476
   i32.atomic.load
   local.get $0
   i32.load offset=140
   i32.ge_u
   if
    i32.const 0
    return
   end
  end
  i32.const 0
  local.set $4
  loop $for-loop|01
   local.get $4
   i32.const 64
   i32.lt_u
   if
    block $for-continue|0
     local.get $0
     i32.load offset=116
     local.get $0
     i32.load offset=120
     i32.const 1
     i32.sub
     local.get $1
     i64.const 29
     i64.shr_u
     i32.wrap_i64
     local.get $4
     i32.add
     i32.and
     i32.const 5
     i32.shl
     i32.add
     local.tee $3
     i64.atomic.load
     i64.const 1
     i64.le_u
     if
      loop $while-continue|01
       i32.const 8476
       i32.atomic.load
       local.tee $0
       i32.const 8476
       local.get $0
       local.get $0
       i32.const 1
       i32.add
       i32.atomic.rmw.cmpxchg
       i32.ne
       br_if $while-continue|01
      end
     else
      local.get $3
      i32.const 8
      i32.add
      i32.atomic.load
      if (result i32)
       i32.const 0
      else
       local.get $3
       i32.const 16
       i32.add
       f64.load
       local.get $2
       f64.le
      end
      i32.eqz
      br_if $for-continue|0
      local.get $3
      i64.const 1
      i64.atomic.store
     end
     local.get $3
     i32.const 8
     i32.add
     i64.const 0
     i64.atomic.store
     local.get $3
     i32.const 16
     i32.add
     i64.const 0
     i64.atomic.store
     local.get $3
     local.get $1
     i64.atomic.store
     local.get $3
     return
    end
    local.get $4
    i32.const 1
    i32.add
    local.set $4
    br $for-loop|01
   end
  end
  i32.const 0
 )
 (func $assembly/limits/decide/decideState (param $0 i32) (param $1 i64) (param $2 i32) (param $3 f64) (result i64)
  (local $4 i64)
  local.get $0
  i32.load offset=40
  i32.eqz
  if
   i64.const -1
   local.get $0
   i64.load offset=8
   local.get $2
   i64.extend_i32_u
   i64.mul
   local.get $1
   local.get $0
   i64.load
   local.get $3
   f64.const 1e3
   f64.const 1
   local.get $0
   i32.load offset=24
   local.tee $2
   i32.const 1
   i32.eq
   select
   f64.const 1e6
   local.get $2
   select
   f64.mul
   i64.trunc_sat_f64_s
   i64.mul
   local.tee $4
   local.get $1
   local.get $4
   i64.gt_s
   select
   i64.add
   local.tee $1
   local.get $0
   i64.load offset=16
   local.get $1
   local.get $4
   i64.sub
   i64.lt_s
   select
   return
  end
  local.get $0
  local.get $1
  local.get $3
  call $assembly/limits/cell/usable
  local.get $2
  i64.extend_i32_u
  i64.lt_s
  if
   i64.const -1
   return
  end
  local.get $0
  local.get $1
  local.get $2
  i64.extend_i32_u
  local.get $3
  call $assembly/limits/cell/charged
 )
 (func $assembly/limits/cell/usedTokens (param $0 i32) (param $1 i64) (param $2 f64) (result f64)
  (local $3 i64)
  (local $4 i32)
  (local $5 i64)
  (local $6 i64)
  (local $7 i64)
  local.get $0
  i32.load offset=40
  local.tee $4
  i32.eqz
  if
   local.get $1
   local.get $0
   i64.load
   local.get $2
   f64.const 1e3
   f64.const 1
   local.get $0
   i32.load offset=24
   local.tee $4
   i32.const 1
   i32.eq
   select
   f64.const 1e6
   local.get $4
   select
   f64.mul
   i64.trunc_sat_f64_s
   i64.mul
   i64.sub
   local.tee $1
   i64.const 0
   local.get $1
   i64.const 0
   i64.gt_s
   select
   f64.convert_i64_s
   local.get $0
   i64.load offset=8
   f64.convert_i64_s
   f64.div
   return
  end
  local.get $4
  i32.const 4
  i32.eq
  if
   local.get $2
   i64.trunc_sat_f64_s
   local.get $0
   i64.load offset=32
   local.tee $5
   i64.div_s
   local.tee $3
   local.get $1
   local.get $0
   i64.load32_u offset=48
   local.tee $6
   i64.const 1
   i64.shl
   i64.shr_s
   i64.sub
   local.tee $7
   i64.const 0
   i64.gt_s
   if
    local.get $3
    local.get $6
    i64.shl
    local.set $3
    local.get $7
    i64.const 1
    i64.eq
    if (result i64)
     local.get $1
     i64.const 1
     local.get $6
     i64.shl
     i64.const 1
     i64.sub
     i64.and
    else
     i64.const 0
    end
    local.get $3
    i64.or
    local.get $6
    i64.shl
    local.set $1
   end
   local.get $5
   i64.const 1
   local.get $0
   i64.load32_u offset=48
   local.tee $6
   i64.shl
   i64.const 1
   i64.sub
   local.tee $7
   local.get $1
   i64.and
   i64.mul
   local.get $0
   i32.load offset=44
   i32.const 2
   i32.and
   if (result i64)
    local.get $5
   else
    local.get $1
    local.get $6
    i64.const 1
    i64.shl
    i64.shr_s
    i64.const 1
    i64.add
    local.get $5
    i64.mul
    local.get $2
    i64.trunc_sat_f64_s
    i64.sub
    local.tee $3
    local.get $5
    local.get $3
    local.get $5
    i64.lt_s
    select
   end
   local.get $7
   local.get $1
   local.get $6
   i64.shr_s
   i64.and
   i64.mul
   i64.add
   f64.convert_i64_s
   local.get $0
   i64.load offset=32
   f64.convert_i64_s
   f64.div
   return
  end
  local.get $4
  i32.const 6
  i32.eq
  if
   local.get $1
   i32.wrap_i64
   local.set $4
   i64.const 0
   local.set $1
   local.get $4
   if (result i64)
    local.get $4
    i64.load32_u offset=8
    local.set $3
    local.get $2
    f64.const 1e3
    f64.mul
    i64.trunc_sat_f64_s
    local.get $0
    i64.load offset=32
    i64.sub
    local.set $5
    loop $while-continue|0
     local.get $1
     local.get $3
     i64.lt_s
     if (result i32)
      local.get $4
      local.get $1
      i32.wrap_i64
      i32.const 3
      i32.shl
      i32.add
      i64.load offset=32
      local.get $5
      i64.le_s
     else
      i32.const 0
     end
     if
      local.get $1
      i64.const 1
      i64.add
      local.set $1
      br $while-continue|0
     end
    end
    local.get $4
    i64.load32_u offset=8
    local.get $1
    i64.sub
   else
    i64.const 0
   end
   f64.convert_i64_s
   return
  end
  local.get $4
  i32.const 5
  i32.eq
  if
   local.get $1
   f64.convert_i64_s
   return
  end
  local.get $0
  local.get $1
  local.get $2
  call $assembly/limits/window/windowUsed
  f64.convert_i64_s
 )
 (func $assembly/limits/cell/nextMs (param $0 i32) (param $1 i64) (param $2 f64) (result f64)
  (local $3 i64)
  local.get $0
  local.get $1
  local.get $2
  call $assembly/limits/cell/usable
  i64.const 1
  i64.add
  local.tee $3
  local.get $0
  i64.load32_u offset=28
  i64.gt_s
  if
   local.get $0
   local.get $1
   local.get $2
   call $assembly/limits/cell/resetMs
   return
  end
  local.get $0
  local.get $1
  local.get $3
  local.get $2
  call $assembly/limits/cell/retryMs
 )
 (func $assembly/limits/admin/except (param $0 i32) (param $1 i32) (param $2 f64) (param $3 i32) (param $4 f64) (result i32)
  (local $5 i32)
  (local $6 i32)
  (local $7 i64)
  (local $8 i32)
  (local $9 i32)
  (local $10 i64)
  (local $11 i64)
  local.get $0
  i32.load offset=56
  local.get $0
  i32.const 192
  i32.add
  local.tee $5
  i32.load offset=8
  local.tee $6
  i32.const 7
  i32.shl
  i32.add
  local.set $8
  local.get $0
  i32.load offset=88
  i32.const 8472
  i32.atomic.load
  i32.ne
  if (result i32)
   i32.const 0
  else
   local.get $8
   i32.load offset=28
  end
  i32.eqz
  if
   i32.const -1
   return
  end
  f64.const 315576e6
  local.get $4
  local.get $4
  f64.const 315576e6
  f64.gt
  select
  f64.const 0
  local.get $4
  f64.const 0
  f64.gt
  select
  local.set $4
  local.get $6
  i64.extend_i32_u
  local.get $8
  i64.load offset=64
  local.get $5
  i64.load
  i64.xor
  local.tee $7
  local.get $7
  i64.const 33
  i64.shr_u
  i64.xor
  i64.const -49064778989728563
  i64.mul
  local.tee $7
  local.get $7
  i64.const 33
  i64.shr_u
  i64.xor
  i64.const -4265267296055464877
  i64.mul
  local.tee $7
  local.get $7
  i64.const 33
  i64.shr_u
  i64.xor
  i64.const -8192
  i64.and
  i64.or
  local.set $7
  local.get $8
  i32.load offset=40
  i32.const 6
  i32.eq
  local.tee $8
  if (result i32)
   local.get $0
   i32.load offset=96
   local.get $0
   i64.load32_u offset=100
   local.get $7
   i64.const 32
   i64.shr_u
   i64.mul
   i64.const 32
   i64.shr_u
   i32.wrap_i64
   local.get $0
   i32.load offset=104
   i32.const 2
   i32.shl
   i32.mul
   i32.add
  else
   local.get $0
   i32.load offset=8
   local.get $0
   i64.load32_u offset=12
   local.get $7
   i64.const 32
   i64.shr_u
   i64.mul
   i64.const 32
   i64.shr_u
   i32.wrap_i64
   i32.const 7
   i32.shl
   i32.add
  end
  local.tee $5
  local.get $0
  i32.load offset=8
  i32.sub
  i32.const 7
  i32.shr_u
  i32.const 1023
  i32.and
  i32.const 2
  i32.shl
  i32.const 16384
  i32.add
  local.set $9
  block $__inlined_func$assembly/limits/lock/lock$105
   local.get $0
   i32.load offset=60
   br_if $__inlined_func$assembly/limits/lock/lock$105
   loop $while-continue|0
    i32.const 0
    local.set $6
    loop $for-loop|1
     local.get $6
     i32.const 100000000
     i32.lt_s
     if
      local.get $9
      i32.const 0
      local.get $0
      i32.atomic.rmw.cmpxchg
      i32.eqz
      br_if $__inlined_func$assembly/limits/lock/lock$105
      local.get $6
      i32.const 1
      i32.add
      local.set $6
      br $for-loop|1
     end
    end
    local.get $9
    i32.atomic.load
    local.tee $6
    local.get $9
    local.get $6
    local.get $0
    i32.atomic.rmw.cmpxchg
    i32.ne
    br_if $while-continue|0
   end
  end
  local.get $0
  i32.load offset=56
  local.get $7
  i32.wrap_i64
  i32.const 4095
  i32.and
  i32.const 7
  i32.shl
  i32.add
  i64.load32_u offset=104
  local.get $7
  i64.const -8192
  i64.and
  i64.or
  local.set $10
  local.get $8
  i32.const 1
  local.get $1
  if (result i32)
   local.get $0
   local.get $10
   local.get $2
   local.get $4
   call $assembly/limits/exceptions/setBlock
  else
   block $__inlined_func$assembly/limits/lock/lock$106
    local.get $0
    i32.load offset=60
    br_if $__inlined_func$assembly/limits/lock/lock$106
    loop $while-continue|00
     i32.const 0
     local.set $1
     loop $for-loop|11
      local.get $1
      i32.const 100000000
      i32.lt_s
      if
       i32.const 20480
       i32.const 0
       local.get $0
       i32.atomic.rmw.cmpxchg
       i32.eqz
       br_if $__inlined_func$assembly/limits/lock/lock$106
       local.get $1
       i32.const 1
       i32.add
       local.set $1
       br $for-loop|11
      end
     end
     i32.const 20480
     i32.atomic.load
     local.tee $1
     i32.const 20480
     local.get $1
     local.get $0
     i32.atomic.rmw.cmpxchg
     i32.ne
     br_if $while-continue|00
    end
   end
   local.get $3
   if
    local.get $0
    local.get $10
    local.get $4
    call $assembly/limits/exceptions/claimSlot
    local.set $1
   else
    i32.const 0
    local.set $6
    block $__inlined_func$assembly/limits/exceptions/findSlot$107
     loop $for-loop|0
      local.get $6
      i32.const 64
      i32.lt_u
      if
       local.get $0
       i32.load offset=116
       local.get $0
       i32.load offset=120
       i32.const 1
       i32.sub
       local.get $10
       i64.const 29
       i64.shr_u
       i32.wrap_i64
       local.get $6
       i32.add
       i32.and
       i32.const 5
       i32.shl
       i32.add
       local.tee $1
       i64.atomic.load
       local.tee $11
       local.get $10
       i64.eq
       br_if $__inlined_func$assembly/limits/exceptions/findSlot$107
       i32.const 0
       local.set $1
       local.get $11
       i64.eqz
       br_if $__inlined_func$assembly/limits/exceptions/findSlot$107
       local.get $6
       i32.const 1
       i32.add
       local.set $6
       br $for-loop|0
      end
     end
     i32.const 0
     local.set $1
    end
   end
   local.get $1
   if
    local.get $1
    i32.const 8
    i32.add
    local.tee $6
    local.get $3
    i64.extend_i32_u
    i64.atomic.store
    local.get $6
    i32.atomic.load
    if (result i32)
     i32.const 0
    else
     local.get $1
     i32.const 16
     i32.add
     f64.load
     local.get $4
     f64.le
    end
    if
     local.get $1
     i64.const 1
     i64.atomic.store
     loop $while-continue|02
      i32.const 8476
      i32.atomic.load
      local.tee $6
      i32.const 8476
      local.get $6
      local.get $6
      i32.const 1
      i32.sub
      i32.atomic.rmw.cmpxchg
      i32.ne
      br_if $while-continue|02
     end
    end
   end
   local.get $0
   i32.load offset=60
   i32.eqz
   if
    i32.const 20480
    local.get $0
    i32.const 0
    i32.atomic.rmw.cmpxchg
    drop
   end
   i32.const 0
   local.get $3
   local.get $1
   select
   i32.eqz
  end
  local.tee $3
  select
  i32.eqz
  if
   block $__inlined_func$assembly/limits/table/findKey$109
    local.get $5
    local.get $7
    i64.const 13
    i64.shr_u
    local.tee $7
    i32.wrap_i64
    i32.const 7
    i32.and
    i32.const 4
    i32.shl
    i32.add
    local.tee $1
    i64.atomic.load
    i64.const 13
    i64.shr_u
    local.get $7
    i64.eq
    br_if $__inlined_func$assembly/limits/table/findKey$109
    local.get $5
    i32.const 128
    i32.add
    local.set $6
    loop $for-loop|03
     local.get $5
     local.get $6
     i32.lt_u
     if
      local.get $5
      local.tee $1
      i64.atomic.load
      local.tee $10
      i64.const 13
      i64.shr_u
      local.get $7
      i64.eq
      local.get $10
      i64.const 0
      i64.ne
      i32.and
      br_if $__inlined_func$assembly/limits/table/findKey$109
      local.get $1
      i32.const 16
      i32.add
      local.set $5
      br $for-loop|03
     end
    end
    i32.const 0
    local.set $1
   end
   local.get $1
   if
    local.get $1
    i32.const 8
    i32.add
    local.set $5
    loop $while-continue|04
     local.get $1
     i32.const 8
     i32.add
     i64.atomic.load
     local.tee $7
     i64.const 0
     i64.lt_s
     if
      local.get $7
      i64.const -9223372036854775808
      i64.eq
      if
       local.get $1
       i64.const 0
       i64.atomic.store
      end
      local.get $1
      i32.const 8
      i32.add
      local.get $7
      i64.const 9223372036854775807
      i64.and
      local.tee $7
      i64.atomic.store
     end
     local.get $5
     local.get $7
     local.get $7
     i64.const -9223372036854775808
     i64.or
     i64.atomic.rmw.cmpxchg
     local.get $7
     i64.ne
     br_if $while-continue|04
    end
    i64.const 0
    local.get $7
    i64.const 3
    i64.shr_s
    local.get $1
    i64.atomic.load
    local.tee $10
    i64.eqz
    local.tee $6
    select
    local.set $11
    block $__inlined_func$assembly/limits/table/release$111
     i64.const 0
     local.get $10
     i64.const 4096
     i64.or
     local.get $6
     select
     local.tee $10
     local.get $1
     i64.atomic.load
     i64.eq
     if
      local.get $5
      local.get $7
      i64.const 7
      i64.and
      local.get $11
      i64.const 3
      i64.shl
      i64.or
      i64.atomic.store
      br $__inlined_func$assembly/limits/table/release$111
     end
     local.get $1
     local.get $10
     i64.atomic.store
     local.get $1
     i32.const 8
     i32.add
     local.get $7
     i64.const 1
     i64.add
     i64.const 7
     i64.and
     local.get $11
     i64.const 3
     i64.shl
     i64.or
     i64.atomic.store
    end
   end
  end
  local.get $0
  i32.load offset=60
  i32.eqz
  if
   local.get $9
   local.get $0
   i32.const 0
   i32.atomic.rmw.cmpxchg
   drop
  end
  local.get $3
  i32.const 0
  i32.ne
 )
 (func $assembly/identity/lookup/insertEntry (param $0 i32) (param $1 i64) (param $2 i32) (param $3 i32) (result i32)
  (local $4 i32)
  (local $5 i32)
  (local $6 i64)
  (local $7 i32)
  (local $8 i32)
  local.get $2
  i64.extend_i32_u
  local.get $1
  i64.const 32
  i64.shr_u
  i64.const 4
  i64.shl
  i64.or
  local.set $6
  block $__inlined_func$assembly/identity/lookup/findPlace$93
   loop $for-loop|0
    local.get $4
    i32.const 16
    i32.lt_u
    if
     local.get $1
     i32.wrap_i64
     local.set $7
     local.get $0
     i32.load offset=32
     local.get $0
     i64.load32_u offset=36
     local.get $4
     i32.const 3
     i32.shr_u
     if (result i32)
      local.get $7
      local.get $1
      i64.const 32
      i64.shr_u
      i32.wrap_i64
      i32.xor
      i32.const -1640531535
      i32.mul
     else
      local.get $7
     end
     i64.extend_i32_u
     i64.mul
     i64.const 32
     i64.shr_u
     i32.wrap_i64
     i32.const 6
     i32.shl
     i32.add
     local.get $4
     i32.const 7
     i32.and
     i32.const 3
     i32.shl
     i32.add
     i64.atomic.load
     i64.const 28
     i64.shr_u
     local.get $6
     i64.eq
     br_if $__inlined_func$assembly/identity/lookup/findPlace$93
     local.get $4
     i32.const 1
     i32.add
     local.set $4
     br $for-loop|0
    end
   end
   i32.const 16
   local.set $4
  end
  loop $for-loop|00
   local.get $4
   i32.const 16
   i32.lt_u
   if
    local.get $1
    i32.wrap_i64
    local.set $7
    local.get $3
    local.get $0
    i32.load offset=32
    local.get $0
    i64.load32_u offset=36
    local.get $4
    i32.const 3
    i32.shr_u
    if (result i32)
     local.get $7
     local.get $1
     i64.const 32
     i64.shr_u
     i32.wrap_i64
     i32.xor
     i32.const -1640531535
     i32.mul
    else
     local.get $7
    end
    i64.extend_i32_u
    i64.mul
    i64.const 32
    i64.shr_u
    i32.wrap_i64
    i32.const 6
    i32.shl
    i32.add
    local.get $4
    i32.const 7
    i32.and
    i32.const 3
    i32.shl
    i32.add
    i64.atomic.load
    i32.wrap_i64
    i32.const 268435455
    i32.and
    i32.eq
    if
     i32.const 1
     return
    end
    local.get $4
    i32.const 1
    i32.add
    local.set $4
    local.get $2
    i64.extend_i32_u
    local.get $1
    i64.const 32
    i64.shr_u
    i64.const 4
    i64.shl
    i64.or
    local.set $6
    block $__inlined_func$assembly/identity/lookup/findPlace$95
     loop $for-loop|01
      local.get $4
      i32.const 16
      i32.lt_u
      if
       local.get $1
       i32.wrap_i64
       local.set $7
       local.get $0
       i32.load offset=32
       local.get $0
       i64.load32_u offset=36
       local.get $4
       i32.const 3
       i32.shr_u
       if (result i32)
        local.get $7
        local.get $1
        i64.const 32
        i64.shr_u
        i32.wrap_i64
        i32.xor
        i32.const -1640531535
        i32.mul
       else
        local.get $7
       end
       i64.extend_i32_u
       i64.mul
       i64.const 32
       i64.shr_u
       i32.wrap_i64
       i32.const 6
       i32.shl
       i32.add
       local.get $4
       i32.const 7
       i32.and
       i32.const 3
       i32.shl
       i32.add
       i64.atomic.load
       i64.const 28
       i64.shr_u
       local.get $6
       i64.eq
       br_if $__inlined_func$assembly/identity/lookup/findPlace$95
       local.get $4
       i32.const 1
       i32.add
       local.set $4
       br $for-loop|01
      end
     end
     i32.const 16
     local.set $4
    end
    br $for-loop|00
   end
  end
  i32.const 0
  local.set $4
  local.get $0
  i32.load offset=32
  local.tee $7
  local.get $0
  i64.load32_u offset=36
  local.tee $6
  local.get $1
  i32.wrap_i64
  local.tee $0
  i64.extend_i32_u
  i64.mul
  i64.const 32
  i64.shr_u
  i32.wrap_i64
  i32.const 6
  i32.shl
  i32.add
  local.set $8
  local.get $7
  local.get $6
  local.get $1
  i64.const 32
  i64.shr_u
  i32.wrap_i64
  local.get $0
  i32.xor
  i32.const -1640531535
  i32.mul
  i64.extend_i32_u
  i64.mul
  i64.const 32
  i64.shr_u
  i32.wrap_i64
  i32.const 6
  i32.shl
  i32.add
  local.set $7
  loop $for-loop|02
   local.get $5
   i32.const 64
   i32.lt_u
   if
    local.get $4
    i32.const 1
    i32.add
    local.get $4
    local.get $5
    local.get $8
    i32.add
    i64.load
    i64.eqz
    select
    local.set $4
    local.get $5
    i32.const 8
    i32.add
    local.set $5
    br $for-loop|02
   end
  end
  local.get $4
  local.set $0
  i32.const 0
  local.set $4
  i32.const 0
  local.set $5
  loop $for-loop|003
   local.get $5
   i32.const 64
   i32.lt_u
   if
    local.get $4
    i32.const 1
    i32.add
    local.get $4
    local.get $5
    local.get $7
    i32.add
    i64.load
    i64.eqz
    select
    local.set $4
    local.get $5
    i32.const 8
    i32.add
    local.set $5
    br $for-loop|003
   end
  end
  local.get $8
  local.get $7
  local.get $0
  local.get $4
  i32.ge_u
  select
  local.set $4
  i32.const 0
  local.set $5
  block $__inlined_func$assembly/identity/lookup/roomFor$96
   loop $for-loop|014
    local.get $5
    i32.const 64
    i32.lt_u
    if
     local.get $4
     local.get $5
     i32.add
     local.tee $0
     i64.load
     i64.eqz
     br_if $__inlined_func$assembly/identity/lookup/roomFor$96
     local.get $5
     i32.const 8
     i32.add
     local.set $5
     br $for-loop|014
    end
   end
   i32.const 0
   local.set $5
   loop $for-loop|1
    local.get $5
    i32.const 128
    i32.lt_u
    if
     local.get $8
     local.get $7
     i32.const -64
     i32.add
     local.get $5
     i32.const 64
     i32.lt_u
     select
     local.get $5
     i32.add
     local.tee $0
     i64.load
     i32.wrap_i64
     i32.const 28
     i32.shr_u
     local.tee $4
     i32.const 5
     i32.eq
     local.get $4
     i32.const 3
     i32.eq
     i32.or
     br_if $__inlined_func$assembly/identity/lookup/roomFor$96
     local.get $5
     i32.const 8
     i32.add
     local.set $5
     br $for-loop|1
    end
   end
   i32.const 0
   local.set $0
  end
  local.get $0
  i32.eqz
  if
   i32.const 0
   return
  end
  local.get $0
  local.get $2
  i32.const 28
  i32.shl
  local.get $3
  i32.or
  i64.extend_i32_u
  local.get $1
  i64.const -4294967296
  i64.and
  i64.or
  i64.atomic.store
  i32.const 1
 )
 (func $assembly/identity/key-shape/keyIdLength (param $0 i32) (param $1 i32) (result i32)
  (local $2 i32)
  (local $3 i64)
  (local $4 i64)
  (local $5 i64)
  (local $6 i64)
  (local $7 i64)
  (local $8 i32)
  (local $9 i64)
  (local $10 i64)
  (local $11 i64)
  (local $12 i64)
  (local $13 i64)
  (local $14 i32)
  (local $15 i32)
  (local $16 i32)
  (local $17 i64)
  (local $18 i32)
  (local $19 i32)
  (local $20 i64)
  local.get $1
  i32.const 49
  i32.lt_u
  local.get $1
  i32.const 55
  i32.gt_u
  i32.or
  if
   i32.const 0
   return
  end
  local.get $0
  local.get $1
  i32.const 37
  i32.sub
  i32.add
  local.tee $18
  i32.const 9
  i32.sub
  local.set $19
  local.get $18
  i32.load8_u
  i32.const 95
  i32.ne
  if (result i32)
   i32.const 1
  else
   local.get $19
   i32.load8_u
   i32.const 95
   i32.ne
  end
  if
   i32.const 0
   return
  end
  local.get $1
  i32.const 6
  i32.sub
  local.tee $15
  local.get $0
  i32.add
  local.tee $2
  i32.const 6
  i32.add
  local.set $16
  loop $for-loop|0
   local.get $2
   local.get $16
   i32.lt_u
   if
    local.get $2
    i32.load8_u
    local.tee $8
    i32.const 48
    i32.sub
    local.get $8
    i32.const 57
    i32.gt_u
    i32.const 7
    i32.mul
    i32.sub
    local.get $8
    i32.const 90
    i32.gt_u
    i32.const 6
    i32.mul
    i32.sub
    i64.extend_i32_u
    local.get $3
    i64.const 62
    i64.mul
    i64.add
    local.set $3
    local.get $2
    i32.const 1
    i32.add
    local.set $2
    br $for-loop|0
   end
  end
  local.get $0
  local.get $15
  call $assembly/hash/crc32/crc32
  i64.extend_i32_u
  local.get $3
  i64.ne
  if
   i32.const 0
   return
  end
  local.get $18
  i32.const 29
  i32.add
  i64.load
  local.tee $20
  i64.const 2314885530818453536
  i64.or
  local.set $9
  local.get $18
  i32.const 25
  i32.add
  i64.load
  local.tee $3
  i64.const 2314885530818453536
  i64.or
  local.set $10
  local.get $18
  i32.const 17
  i32.add
  i64.load
  local.tee $4
  i64.const 2314885530818453536
  i64.or
  local.set $11
  local.get $18
  i32.const 9
  i32.add
  i64.load
  local.tee $5
  i64.const 2314885530818453536
  i64.or
  local.set $12
  local.get $19
  i32.const 1
  i32.add
  i64.load
  local.tee $6
  i64.const 2314885530818453536
  i64.or
  local.set $13
  local.get $18
  i32.const 1
  i32.add
  i64.load
  local.tee $7
  i64.const 2314885530818453536
  i64.or
  local.set $17
  local.get $20
  i64.const 5787213827046133840
  i64.add
  local.get $20
  i64.const 5063812098665367110
  i64.add
  i64.const -1
  i64.xor
  i64.and
  local.get $9
  i64.const 2242545357980376863
  i64.add
  local.get $9
  i64.const 361700864190383365
  i64.add
  i64.const -1
  i64.xor
  i64.and
  i64.or
  local.get $20
  i64.const -1
  i64.xor
  i64.and
  local.get $3
  i64.const 5787213827046133840
  i64.add
  local.get $3
  i64.const 5063812098665367110
  i64.add
  i64.const -1
  i64.xor
  i64.and
  local.get $10
  i64.const 2242545357980376863
  i64.add
  local.get $10
  i64.const 361700864190383365
  i64.add
  i64.const -1
  i64.xor
  i64.and
  i64.or
  local.get $3
  i64.const -1
  i64.xor
  i64.and
  local.get $4
  i64.const 5787213827046133840
  i64.add
  local.get $4
  i64.const 5063812098665367110
  i64.add
  i64.const -1
  i64.xor
  i64.and
  local.get $11
  i64.const 2242545357980376863
  i64.add
  local.get $11
  i64.const 361700864190383365
  i64.add
  i64.const -1
  i64.xor
  i64.and
  i64.or
  local.get $4
  i64.const -1
  i64.xor
  i64.and
  local.get $5
  i64.const 5787213827046133840
  i64.add
  local.get $5
  i64.const 5063812098665367110
  i64.add
  i64.const -1
  i64.xor
  i64.and
  local.get $12
  i64.const 2242545357980376863
  i64.add
  local.get $12
  i64.const 361700864190383365
  i64.add
  i64.const -1
  i64.xor
  i64.and
  i64.or
  local.get $5
  i64.const -1
  i64.xor
  i64.and
  local.get $6
  i64.const 5787213827046133840
  i64.add
  local.get $6
  i64.const 5063812098665367110
  i64.add
  i64.const -1
  i64.xor
  i64.and
  local.get $13
  i64.const 2242545357980376863
  i64.add
  local.get $13
  i64.const 361700864190383365
  i64.add
  i64.const -1
  i64.xor
  i64.and
  i64.or
  local.get $6
  i64.const -1
  i64.xor
  i64.and
  local.get $7
  i64.const 5787213827046133840
  i64.add
  local.get $7
  i64.const 5063812098665367110
  i64.add
  i64.const -1
  i64.xor
  i64.and
  local.get $17
  i64.const 2242545357980376863
  i64.add
  local.get $17
  i64.const 361700864190383365
  i64.add
  i64.const -1
  i64.xor
  i64.and
  i64.or
  local.get $7
  i64.const -1
  i64.xor
  i64.and
  i64.and
  i64.and
  i64.and
  i64.and
  i64.and
  i64.const -9187201950435737472
  i64.and
  i64.const -9187201950435737472
  i64.eq
  if
   local.get $19
   i32.const 1
   i32.sub
   local.tee $8
   local.set $2
   block $__inlined_func$assembly/identity/key-shape/areLabels$1285
    loop $for-loop|00
     local.get $0
     local.get $2
     i32.lt_u
     if (result i32)
      local.get $2
      i32.load8_u
      i32.const 95
      i32.ne
     else
      i32.const 0
     end
     if
      local.get $2
      i32.load8_u
      local.tee $15
      i32.const 97
      i32.sub
      i32.const 26
      i32.lt_u
      local.get $15
      i32.const 48
      i32.sub
      i32.const 10
      i32.lt_u
      i32.or
      i32.eqz
      br_if $__inlined_func$assembly/identity/key-shape/areLabels$1285
      local.get $2
      i32.const 1
      i32.sub
      local.set $2
      br $for-loop|00
     end
    end
    local.get $2
    local.get $8
    i32.eq
    local.get $0
    local.get $2
    i32.eq
    i32.or
    br_if $__inlined_func$assembly/identity/key-shape/areLabels$1285
    loop $for-loop|1
     local.get $0
     local.get $2
     i32.lt_u
     if
      local.get $0
      i32.load8_u
      local.tee $8
      i32.const 48
      i32.sub
      i32.const 10
      i32.lt_u
      if (result i32)
       i32.const 1
      else
       local.get $8
       i32.const 32
       i32.or
       i32.const 97
       i32.sub
       i32.const 26
       i32.lt_u
      end
      i32.eqz
      local.get $8
      i32.const 95
      i32.ne
      i32.and
      br_if $__inlined_func$assembly/identity/key-shape/areLabels$1285
      local.get $0
      i32.const 1
      i32.add
      local.set $0
      br $for-loop|1
     end
    end
    i32.const 1
    local.set $14
   end
  end
  local.get $14
  i32.eqz
  if
   i32.const 0
   return
  end
  local.get $1
  i32.const 37
  i32.sub
 )
 (func $assembly/identity/credential/isConfirmed (param $0 i32) (param $1 i32) (param $2 i32) (result i32)
  (local $3 i64)
  local.get $0
  local.get $0
  i32.load offset=148
  local.get $1
  local.get $2
  i32.const 4
  i32.add
  i32.atomic.load
  call $assembly/identity/credential/digestOf
  local.set $1
  i32.const 0
  local.set $0
  loop $for-loop|0
   local.get $0
   i32.const 32
   i32.lt_u
   if
    local.get $3
    local.get $0
    local.get $1
    i32.add
    i64.load
    local.get $2
    i32.const 72
    i32.add
    local.get $0
    i32.add
    i64.atomic.load
    i64.xor
    i64.or
    local.set $3
    local.get $0
    i32.const 8
    i32.add
    local.set $0
    br $for-loop|0
   end
  end
  local.get $3
  i64.eqz
 )
 (func $assembly/identity/credential/hashWhole (param $0 i32) (param $1 i32) (param $2 i32) (result i32)
  local.get $1
  i64.load offset=16
  local.get $1
  i64.load offset=24
  local.get $0
  i32.load offset=156
  local.get $2
  local.get $0
  i32.load offset=164
  i32.const 128
  i32.add
  local.tee $0
  call $assembly/hash/siphash128/siphash128
  local.get $0
 )
 (func $assembly/identity/credential/findSeen (param $0 i32) (param $1 i64) (param $2 i64) (param $3 i32) (result i32)
  (local $4 i32)
  (local $5 i64)
  (local $6 i32)
  local.get $3
  i64.extend_i32_u
  local.get $1
  i64.const 32
  i64.shr_u
  i64.const 4
  i64.shl
  i64.or
  local.set $5
  block $__inlined_func$assembly/identity/lookup/findPlace$34
   loop $for-loop|0
    local.get $4
    i32.const 16
    i32.lt_u
    if
     local.get $1
     i32.wrap_i64
     local.set $6
     local.get $0
     i32.load offset=32
     local.get $0
     i64.load32_u offset=36
     local.get $4
     i32.const 3
     i32.shr_u
     if (result i32)
      local.get $6
      local.get $1
      i64.const 32
      i64.shr_u
      i32.wrap_i64
      i32.xor
      i32.const -1640531535
      i32.mul
     else
      local.get $6
     end
     i64.extend_i32_u
     i64.mul
     i64.const 32
     i64.shr_u
     i32.wrap_i64
     i32.const 6
     i32.shl
     i32.add
     local.get $4
     i32.const 7
     i32.and
     i32.const 3
     i32.shl
     i32.add
     i64.atomic.load
     i64.const 28
     i64.shr_u
     local.get $5
     i64.eq
     br_if $__inlined_func$assembly/identity/lookup/findPlace$34
     local.get $4
     i32.const 1
     i32.add
     local.set $4
     br $for-loop|0
    end
   end
   i32.const 16
   local.set $4
  end
  loop $for-loop|00
   local.get $4
   i32.const 16
   i32.lt_u
   if
    local.get $1
    i32.wrap_i64
    local.set $6
    local.get $0
    i32.load offset=32
    local.get $0
    i64.load32_u offset=36
    local.get $4
    i32.const 3
    i32.shr_u
    if (result i32)
     local.get $6
     local.get $1
     i64.const 32
     i64.shr_u
     i32.wrap_i64
     i32.xor
     i32.const -1640531535
     i32.mul
    else
     local.get $6
    end
    i64.extend_i32_u
    i64.mul
    i64.const 32
    i64.shr_u
    i32.wrap_i64
    i32.const 6
    i32.shl
    i32.add
    local.get $4
    i32.const 7
    i32.and
    i32.const 3
    i32.shl
    i32.add
    i64.atomic.load
    i32.wrap_i64
    i32.const 268435455
    i32.and
    local.tee $6
    if
     local.get $1
     block $__inlined_func$assembly/identity/credential/recordOf$1124 (result i32)
      local.get $3
      i32.const 5
      i32.eq
      local.get $3
      i32.const 4
      i32.eq
      i32.or
      if
       local.get $0
       i32.load offset=44
       local.get $6
       i32.const 1
       i32.sub
       i32.const 176
       i32.mul
       i32.add
       br $__inlined_func$assembly/identity/credential/recordOf$1124
      end
      local.get $0
      i32.load offset=40
      local.get $6
      i32.const 1
      i32.sub
      i32.const 104
      i32.mul
      i32.add
     end
     local.tee $6
     i32.const 8
     i32.add
     i64.atomic.load
     i64.xor
     local.get $2
     local.get $6
     i32.const 16
     i32.add
     i64.atomic.load
     i64.xor
     i64.or
     i64.eqz
     if (result i32)
      local.get $6
      i32.const 4
      i32.add
      i32.atomic.load
      i32.const 256
      i32.and
     else
      i32.const 0
     end
     if
      local.get $6
      return
     end
    end
    local.get $4
    i32.const 1
    i32.add
    local.set $4
    local.get $3
    i64.extend_i32_u
    local.get $1
    i64.const 32
    i64.shr_u
    i64.const 4
    i64.shl
    i64.or
    local.set $5
    block $__inlined_func$assembly/identity/lookup/findPlace$36
     loop $for-loop|01
      local.get $4
      i32.const 16
      i32.lt_u
      if
       local.get $1
       i32.wrap_i64
       local.set $6
       local.get $0
       i32.load offset=32
       local.get $0
       i64.load32_u offset=36
       local.get $4
       i32.const 3
       i32.shr_u
       if (result i32)
        local.get $6
        local.get $1
        i64.const 32
        i64.shr_u
        i32.wrap_i64
        i32.xor
        i32.const -1640531535
        i32.mul
       else
        local.get $6
       end
       i64.extend_i32_u
       i64.mul
       i64.const 32
       i64.shr_u
       i32.wrap_i64
       i32.const 6
       i32.shl
       i32.add
       local.get $4
       i32.const 7
       i32.and
       i32.const 3
       i32.shl
       i32.add
       i64.atomic.load
       i64.const 28
       i64.shr_u
       local.get $5
       i64.eq
       br_if $__inlined_func$assembly/identity/lookup/findPlace$36
       local.get $4
       i32.const 1
       i32.add
       local.set $4
       br $for-loop|01
      end
     end
     i32.const 16
     local.set $4
    end
    br $for-loop|00
   end
  end
  i32.const 0
 )
 (func $assembly/identity/credential/digestOf (param $0 i32) (param $1 i32) (param $2 i32) (param $3 i32) (result i32)
  (local $4 i32)
  (local $5 i32)
  local.get $0
  i32.load offset=156
  local.set $4
  local.get $0
  i32.load offset=164
  local.tee $0
  i32.const 96
  i32.add
  local.set $5
  local.get $3
  i32.const 4
  i32.shr_u
  i32.const 3
  i32.and
  i32.const 2
  i32.eq
  if
   local.get $1
   i32.const 1024
   i32.add
   local.get $3
   i32.const 16
   i32.shr_u
   i32.const 7
   i32.and
   i32.const 6
   i32.shl
   i32.add
   local.get $4
   local.get $2
   local.get $5
   local.get $0
   call $assembly/hash/hmac/hmac
  else
   local.get $0
   i32.const -64
   i32.sub
   local.tee $3
   i32.const 1779033703
   i32.store
   local.get $3
   i32.const -1150833019
   i32.store offset=4
   local.get $3
   i32.const 1013904242
   i32.store offset=8
   local.get $3
   i32.const -1521486534
   i32.store offset=12
   local.get $3
   i32.const 1359893119
   i32.store offset=16
   local.get $3
   i32.const -1694144372
   i32.store offset=20
   local.get $3
   i32.const 528734635
   i32.store offset=24
   local.get $3
   i32.const 1541459225
   i32.store offset=28
   local.get $3
   local.get $4
   local.get $2
   i32.const 0
   local.get $0
   call $assembly/hash/sha256/sha256
   i32.const 0
   local.set $1
   loop $for-loop|0
    local.get $1
    i32.const 32
    i32.lt_u
    if
     local.get $1
     local.get $5
     i32.add
     local.get $1
     local.get $3
     i32.add
     i32.load
     local.tee $0
     i32.const -16711936
     i32.and
     i32.const 8
     i32.rotl
     local.get $0
     i32.const 16711935
     i32.and
     i32.const 8
     i32.rotr
     i32.or
     i32.store
     local.get $1
     i32.const 4
     i32.add
     local.set $1
     br $for-loop|0
    end
   end
  end
  local.get $5
 )
 (func $assembly/identity/credential/admitFrom (param $0 i32) (param $1 i32) (param $2 i64) (param $3 i32) (param $4 i32) (result i32)
  (local $5 i32)
  (local $6 i32)
  (local $7 i32)
  (local $8 i32)
  (local $9 i32)
  (local $10 i32)
  (local $11 i32)
  (local $12 i32)
  (local $13 i32)
  (local $14 i32)
  (local $15 i64)
  (local $16 i32)
  (local $17 i32)
  local.get $0
  i32.load offset=148
  local.set $8
  local.get $3
  i64.extend_i32_u
  local.get $2
  i64.const 32
  i64.shr_u
  i64.const 4
  i64.shl
  i64.or
  local.set $15
  block $__inlined_func$assembly/identity/lookup/findPlace$101
   loop $for-loop|0
    local.get $5
    i32.const 16
    i32.lt_u
    if
     local.get $2
     i32.wrap_i64
     local.set $6
     local.get $8
     i32.load offset=32
     local.get $8
     i64.load32_u offset=36
     local.get $5
     i32.const 3
     i32.shr_u
     if (result i32)
      local.get $6
      local.get $2
      i64.const 32
      i64.shr_u
      i32.wrap_i64
      i32.xor
      i32.const -1640531535
      i32.mul
     else
      local.get $6
     end
     i64.extend_i32_u
     i64.mul
     i64.const 32
     i64.shr_u
     i32.wrap_i64
     i32.const 6
     i32.shl
     i32.add
     local.get $5
     i32.const 7
     i32.and
     i32.const 3
     i32.shl
     i32.add
     i64.atomic.load
     i64.const 28
     i64.shr_u
     local.get $15
     i64.eq
     br_if $__inlined_func$assembly/identity/lookup/findPlace$101
     local.get $5
     i32.const 1
     i32.add
     local.set $5
     br $for-loop|0
    end
   end
   i32.const 16
   local.set $5
  end
  local.get $5
  local.set $6
  loop $for-loop|00
   local.get $6
   i32.const 16
   i32.lt_u
   if
    local.get $2
    i32.wrap_i64
    local.set $5
    local.get $8
    i32.load offset=32
    local.get $8
    i64.load32_u offset=36
    local.get $6
    i32.const 3
    i32.shr_u
    if (result i32)
     local.get $5
     local.get $2
     i64.const 32
     i64.shr_u
     i32.wrap_i64
     i32.xor
     i32.const -1640531535
     i32.mul
    else
     local.get $5
    end
    i64.extend_i32_u
    i64.mul
    i64.const 32
    i64.shr_u
    i32.wrap_i64
    i32.const 6
    i32.shl
    i32.add
    local.get $6
    i32.const 7
    i32.and
    i32.const 3
    i32.shl
    i32.add
    i64.atomic.load
    i32.wrap_i64
    i32.const 268435455
    i32.and
    local.tee $12
    if
     block $__inlined_func$assembly/identity/credential/recordOf$1287 (result i32)
      local.get $3
      i32.const 5
      i32.eq
      local.get $3
      i32.const 4
      i32.eq
      i32.or
      if
       local.get $8
       i32.load offset=44
       local.get $12
       i32.const 1
       i32.sub
       i32.const 176
       i32.mul
       i32.add
       br $__inlined_func$assembly/identity/credential/recordOf$1287
      end
      local.get $8
      i32.load offset=40
      local.get $12
      i32.const 1
      i32.sub
      i32.const 104
      i32.mul
      i32.add
     end
     local.tee $14
     i32.atomic.load
     local.tee $11
     i32.const 1
     i32.and
     if
      i32.const 2
      return
     end
     local.get $14
     i32.const 4
     i32.add
     i32.atomic.load
     i32.const 3
     i32.and
     i32.const 0
     i32.ne
     local.set $13
     local.get $4
     i32.eqz
     local.tee $5
     if (result i32)
      local.get $5
     else
      local.get $0
      i32.load offset=156
      local.set $9
      local.get $14
      i32.load8_u offset=48
      local.get $4
      i32.ne
      if (result i32)
       i32.const 0
      else
       local.get $4
       local.set $5
       i32.const 0
       local.set $7
       block $~lib/util/memory/memcmp|inlined.1
        local.get $9
        local.get $14
        i32.const 49
        i32.add
        local.tee $10
        i32.eq
        br_if $~lib/util/memory/memcmp|inlined.1
        local.get $10
        i32.const 7
        i32.and
        local.get $9
        i32.const 7
        i32.and
        i32.eq
        if
         loop $while-continue|0
          local.get $10
          i32.const 7
          i32.and
          if
           i32.const 0
           local.set $7
           local.get $5
           i32.eqz
           br_if $~lib/util/memory/memcmp|inlined.1
           local.get $10
           i32.load8_u
           local.tee $16
           local.get $9
           i32.load8_u
           local.tee $17
           i32.sub
           local.set $7
           local.get $16
           local.get $17
           i32.ne
           br_if $~lib/util/memory/memcmp|inlined.1
           local.get $5
           i32.const 1
           i32.sub
           local.set $5
           local.get $10
           i32.const 1
           i32.add
           local.set $10
           local.get $9
           i32.const 1
           i32.add
           local.set $9
           br $while-continue|0
          end
         end
         loop $while-continue|1
          local.get $5
          i32.const 8
          i32.ge_u
          if
           local.get $10
           i64.load
           local.get $9
           i64.load
           i64.eq
           if
            local.get $10
            i32.const 8
            i32.add
            local.set $10
            local.get $9
            i32.const 8
            i32.add
            local.set $9
            local.get $5
            i32.const 8
            i32.sub
            local.set $5
            br $while-continue|1
           end
          end
         end
        end
        loop $while-continue|2
         local.get $5
         local.tee $7
         i32.const 1
         i32.sub
         local.set $5
         local.get $7
         if
          local.get $10
          i32.load8_u
          local.tee $16
          local.get $9
          i32.load8_u
          local.tee $17
          i32.sub
          local.set $7
          local.get $16
          local.get $17
          i32.ne
          br_if $~lib/util/memory/memcmp|inlined.1
          local.get $10
          i32.const 1
          i32.add
          local.set $10
          local.get $9
          i32.const 1
          i32.add
          local.set $9
          br $while-continue|2
         end
        end
        i32.const 0
        local.set $7
       end
       local.get $7
       i32.eqz
      end
     end
     i32.const 0
     local.get $13
     select
     if (result i32)
      local.get $0
      local.get $1
      local.get $14
      call $assembly/identity/credential/isConfirmed
     else
      i32.const 0
     end
     if
      local.get $0
      local.get $8
      local.get $1
      call $assembly/identity/credential/hashWhole
      local.set $4
      block $__inlined_func$assembly/limits/lock/lock$100
       local.get $0
       i32.load offset=60
       br_if $__inlined_func$assembly/limits/lock/lock$100
       loop $while-continue|00
        i32.const 0
        local.set $1
        loop $for-loop|1
         local.get $1
         i32.const 100000000
         i32.lt_s
         if
          local.get $8
          i32.const 0
          local.get $0
          i32.atomic.rmw.cmpxchg
          i32.eqz
          br_if $__inlined_func$assembly/limits/lock/lock$100
          local.get $1
          i32.const 1
          i32.add
          local.set $1
          br $for-loop|1
         end
        end
        local.get $8
        i32.atomic.load
        local.tee $1
        local.get $8
        local.get $1
        local.get $0
        i32.atomic.rmw.cmpxchg
        i32.ne
        br_if $while-continue|00
       end
      end
      local.get $8
      i32.const 4
      i32.add
      i32.atomic.load
      i32.eqz
      local.tee $1
      if
       local.get $11
       local.get $14
       i32.atomic.load
       i32.eq
       local.set $1
      end
      local.get $1
      if
       local.get $8
       i32.const 4
       i32.add
       local.tee $5
       local.get $14
       i32.const 1
       i32.or
       i32.atomic.store
       local.get $14
       local.get $11
       i32.const 1
       i32.add
       i32.atomic.store
       local.get $14
       i32.const 8
       i32.add
       local.get $4
       i64.load
       i64.atomic.store
       local.get $14
       i32.const 16
       i32.add
       local.get $4
       i64.load offset=8
       i64.atomic.store
       local.get $14
       i32.const 4
       i32.add
       local.get $14
       i32.load offset=4
       i32.const 256
       i32.or
       i32.atomic.store
       local.get $14
       local.get $11
       i32.const 2
       i32.add
       i32.atomic.store
       local.get $5
       i32.const 0
       i32.atomic.store
       local.get $0
       i32.const 0
       local.get $14
       local.get $8
       local.get $4
       i64.load
       i32.const 5
       i32.const 3
       local.get $3
       i32.const 5
       i32.eq
       local.get $3
       i32.const 4
       i32.eq
       i32.or
       select
       local.get $12
       call $assembly/identity/lookup/insertEntry
       select
       i32.store offset=176
      end
      local.get $0
      i32.load offset=60
      i32.eqz
      if
       local.get $8
       local.get $0
       i32.const 0
       i32.atomic.rmw.cmpxchg
       drop
      end
      i32.const 1
      i32.const 2
      local.get $1
      select
      return
     end
     local.get $11
     local.get $14
     i32.atomic.load
     i32.ne
     if
      i32.const 2
      return
     end
    end
    local.get $6
    i32.const 1
    i32.add
    local.set $5
    local.get $3
    i64.extend_i32_u
    local.get $2
    i64.const 32
    i64.shr_u
    i64.const 4
    i64.shl
    i64.or
    local.set $15
    block $__inlined_func$assembly/identity/lookup/findPlace$103
     loop $for-loop|01
      local.get $5
      i32.const 16
      i32.lt_u
      if
       local.get $2
       i32.wrap_i64
       local.set $7
       local.get $8
       i32.load offset=32
       local.get $8
       i64.load32_u offset=36
       local.get $5
       local.tee $6
       i32.const 3
       i32.shr_u
       if (result i32)
        local.get $7
        local.get $2
        i64.const 32
        i64.shr_u
        i32.wrap_i64
        i32.xor
        i32.const -1640531535
        i32.mul
       else
        local.get $7
       end
       i64.extend_i32_u
       i64.mul
       i64.const 32
       i64.shr_u
       i32.wrap_i64
       i32.const 6
       i32.shl
       i32.add
       local.get $6
       i32.const 7
       i32.and
       i32.const 3
       i32.shl
       i32.add
       i64.atomic.load
       i64.const 28
       i64.shr_u
       local.get $15
       i64.eq
       br_if $__inlined_func$assembly/identity/lookup/findPlace$103
       local.get $6
       i32.const 1
       i32.add
       local.set $5
       br $for-loop|01
      end
     end
     i32.const 16
     local.set $6
    end
    br $for-loop|00
   end
  end
  i32.const 0
 )
 (func $assembly/hash/siphash128/siphash128 (param $0 i64) (param $1 i64) (param $2 i32) (param $3 i32) (param $4 i32)
  (local $5 i64)
  (local $6 i64)
  (local $7 i64)
  (local $8 i64)
  (local $9 i32)
  (local $10 i32)
  (local $11 i64)
  local.get $0
  i64.const 8317987319222330741
  i64.xor
  local.set $7
  local.get $1
  i64.const 7237128888997146499
  i64.xor
  local.set $5
  local.get $0
  i64.const 7816392313619706465
  i64.xor
  local.set $6
  local.get $1
  i64.const 8387220255154660723
  i64.xor
  local.set $8
  local.get $3
  i64.extend_i32_u
  i64.const 56
  i64.shl
  local.set $0
  block $__inlined_func$assembly/hash/siphash128/lastWord$375
   local.get $3
   i32.const 7
   i32.and
   local.tee $10
   i32.eqz
   br_if $__inlined_func$assembly/hash/siphash128/lastWord$375
   local.get $3
   i32.const 8
   i32.ge_u
   if
    local.get $0
    local.get $2
    local.get $3
    i32.add
    i32.const 8
    i32.sub
    i64.load
    i64.const 8
    local.get $10
    i64.extend_i32_u
    i64.sub
    i64.const 3
    i64.shl
    i64.shr_u
    i64.or
    local.set $0
    br $__inlined_func$assembly/hash/siphash128/lastWord$375
   end
   loop $for-loop|0
    local.get $3
    local.get $9
    i32.gt_u
    if
     local.get $0
     local.get $2
     local.get $9
     i32.add
     i64.load8_u
     local.get $9
     i32.const 3
     i32.shl
     i64.extend_i32_u
     i64.shl
     i64.or
     local.set $0
     local.get $9
     i32.const 1
     i32.add
     local.set $9
     br $for-loop|0
    end
   end
  end
  local.get $2
  local.get $3
  i32.const -8
  i32.and
  i32.add
  local.set $9
  i32.const 5
  local.set $3
  loop $for-loop|00
   local.get $3
   i32.const 0
   i32.gt_s
   if
    i64.const 0
    local.set $1
    local.get $2
    local.get $9
    i32.lt_u
    if
     local.get $2
     i64.load
     local.set $1
     local.get $2
     i32.const 8
     i32.add
     local.set $2
    else
     local.get $3
     i32.const 5
     i32.eq
     if
      local.get $0
      local.set $1
     else
      local.get $3
      i32.const 4
      i32.eq
      if
       local.get $6
       i64.const 238
       i64.xor
       local.set $6
      else
       local.get $3
       i32.const 2
       i32.eq
       if
        local.get $4
        local.get $5
        local.get $7
        i64.xor
        local.get $6
        i64.xor
        local.get $8
        i64.xor
        i64.store
        local.get $5
        i64.const 221
        i64.xor
        local.set $5
       end
      end
     end
     local.get $3
     i32.const 1
     i32.sub
     local.set $3
    end
    local.get $1
    local.get $8
    i64.xor
    local.tee $8
    local.get $6
    i64.add
    local.tee $6
    local.get $5
    local.get $7
    i64.add
    local.tee $7
    local.get $5
    i64.const 13
    i64.rotl
    i64.xor
    local.tee $5
    i64.add
    local.set $11
    local.get $8
    i64.const 16
    i64.rotl
    local.get $6
    i64.xor
    local.tee $6
    local.get $7
    i64.const 32
    i64.rotl
    i64.add
    local.tee $7
    local.get $5
    i64.const 17
    i64.rotl
    local.get $11
    i64.xor
    local.tee $5
    i64.add
    local.set $8
    local.get $6
    i64.const 21
    i64.rotl
    local.get $7
    i64.xor
    local.tee $6
    local.get $11
    i64.const 32
    i64.rotl
    i64.add
    local.tee $7
    local.get $5
    i64.const 13
    i64.rotl
    local.get $8
    i64.xor
    local.tee $5
    i64.add
    local.tee $11
    local.get $5
    i64.const 17
    i64.rotl
    i64.xor
    local.set $5
    local.get $6
    i64.const 16
    i64.rotl
    local.get $7
    i64.xor
    local.tee $6
    local.get $8
    i64.const 32
    i64.rotl
    i64.add
    local.tee $7
    local.get $6
    i64.const 21
    i64.rotl
    i64.xor
    local.set $8
    local.get $11
    i64.const 32
    i64.rotl
    local.set $6
    local.get $1
    local.get $7
    i64.xor
    local.set $7
    br $for-loop|00
   end
  end
  local.get $4
  local.get $5
  local.get $7
  i64.xor
  local.get $6
  i64.xor
  local.get $8
  i64.xor
  i64.store offset=8
 )
 (func $assembly/hash/hmac/hmac (param $0 i32) (param $1 i32) (param $2 i32) (param $3 i32) (param $4 i32)
  (local $5 i32)
  local.get $4
  i32.const -64
  i32.sub
  local.tee $5
  local.get $0
  i64.load
  i64.store
  local.get $5
  local.get $0
  i64.load offset=8
  i64.store offset=8
  local.get $5
  local.get $0
  i64.load offset=16
  i64.store offset=16
  local.get $5
  local.get $0
  i64.load offset=24
  i64.store offset=24
  local.get $5
  local.get $1
  local.get $2
  i32.const 64
  local.get $4
  call $assembly/hash/sha256/sha256
  i32.const 0
  local.set $1
  loop $for-loop|0
   local.get $1
   i32.const 32
   i32.lt_u
   if
    local.get $1
    local.get $4
    i32.add
    local.get $1
    local.get $5
    i32.add
    i32.load
    local.tee $2
    i32.const -16711936
    i32.and
    i32.const 8
    i32.rotl
    local.get $2
    i32.const 16711935
    i32.and
    i32.const 8
    i32.rotr
    i32.or
    i32.store
    local.get $1
    i32.const 4
    i32.add
    local.set $1
    br $for-loop|0
   end
  end
  local.get $4
  i64.const 128
  i64.store offset=32
  local.get $4
  i64.const 0
  i64.store offset=40
  local.get $4
  i64.const 0
  i64.store offset=48
  local.get $4
  i64.const 844424930131968
  i64.store offset=56
  local.get $5
  local.get $0
  i32.const 32
  i32.add
  local.tee $0
  i64.load
  i64.store
  local.get $5
  local.get $0
  i64.load offset=8
  i64.store offset=8
  local.get $5
  local.get $0
  i64.load offset=16
  i64.store offset=16
  local.get $5
  local.get $0
  i64.load offset=24
  i64.store offset=24
  local.get $5
  local.get $4
  call $assembly/hash/sha256/sha256Block
  i32.const 0
  local.set $0
  loop $for-loop|00
   local.get $0
   i32.const 32
   i32.lt_u
   if
    local.get $0
    local.get $3
    i32.add
    local.get $0
    local.get $5
    i32.add
    i32.load
    local.tee $1
    i32.const -16711936
    i32.and
    i32.const 8
    i32.rotl
    local.get $1
    i32.const 16711935
    i32.and
    i32.const 8
    i32.rotr
    i32.or
    i32.store
    local.get $0
    i32.const 4
    i32.add
    local.set $0
    br $for-loop|00
   end
  end
 )
 (func $assembly/hash/crc32/crc32 (param $0 i32) (param $1 i32) (result i32)
  (local $2 i32)
  (local $3 i32)
  i32.const -1
  local.set $2
  local.get $0
  local.get $1
  i32.add
  local.set $3
  loop $for-loop|0
   local.get $0
   i32.const 8
   i32.add
   local.tee $1
   local.get $3
   i32.le_u
   if
    local.get $0
    i32.load offset=4
    i32.const 1792
    call $assembly/hash/crc32/remainder32
    local.get $0
    i32.load
    local.get $2
    i32.xor
    i32.const 1280
    call $assembly/hash/crc32/remainder32
    i32.xor
    local.set $2
    local.get $1
    local.set $0
    br $for-loop|0
   end
  end
  local.get $0
  i32.const 4
  i32.add
  local.tee $1
  local.get $3
  i32.le_u
  if
   local.get $0
   i32.load
   local.get $2
   i32.xor
   i32.const 1792
   call $assembly/hash/crc32/remainder32
   local.set $2
   local.get $1
   local.set $0
  end
  loop $for-loop|1
   local.get $0
   local.get $3
   i32.lt_u
   if
    local.get $2
    local.get $0
    i32.load8_u
    i32.xor
    i32.const 255
    i32.and
    local.tee $1
    i32.const 2
    i32.shr_u
    i32.const 60
    i32.and
    i32.const 2240
    i32.add
    i32.load
    local.get $1
    i32.const 2
    i32.shl
    i32.const 60
    i32.and
    i32.const 2176
    i32.add
    i32.load
    local.get $2
    i32.const 8
    i32.shr_u
    i32.xor
    i32.xor
    local.set $2
    local.get $0
    i32.const 1
    i32.add
    local.set $0
    br $for-loop|1
   end
  end
  local.get $2
  i32.const -1
  i32.xor
 )
 (func $assembly/gate/verify/isLimitTable (param $0 i32) (param $1 i32) (param $2 i32) (result i32)
  (local $3 i32)
  (local $4 i32)
  (local $5 i64)
  (local $6 i32)
  local.get $0
  i32.load offset=32
  local.tee $3
  local.get $1
  i32.le_u
  if
   i32.const 0
   return
  end
  local.get $2
  i32.eqz
  local.get $2
  i32.const -1
  i32.eq
  i32.or
  if
   i32.const 1
   return
  end
  local.get $0
  i32.load offset=64
  i32.const 1
  i32.add
  local.tee $4
  i64.extend_i32_u
  i64.const 2
  i64.shl
  local.set $5
  i32.const 1
  local.get $2
  i32.const 128
  i32.lt_u
  local.get $2
  i32.const 7
  i32.and
  select
  if (result i32)
   i32.const 0
  else
   local.get $0
   i64.load32_u offset=56
   local.get $2
   i64.extend_i32_u
   local.get $5
   i64.add
   i64.ge_u
  end
  i32.eqz
  if
   i32.const 0
   return
  end
  i32.const 0
  local.set $1
  loop $for-loop|0
   local.get $1
   local.get $4
   i32.lt_u
   if
    local.get $0
    local.get $2
    i32.add
    local.get $1
    i32.const 2
    i32.shl
    i32.add
    i32.load
    local.tee $6
    i32.const -1
    i32.ne
    local.get $3
    local.get $6
    i32.le_u
    i32.and
    if
     i32.const 0
     return
    end
    local.get $1
    i32.const 1
    i32.add
    local.set $1
    br $for-loop|0
   end
  end
  i32.const 1
 )
 (func $assembly/gate/tenant/answerTenant (param $0 i32) (param $1 i32) (param $2 i32) (param $3 f64)
  (local $4 i32)
  (local $5 f64)
  (local $6 i64)
  (local $7 i32)
  (local $8 f64)
  (local $9 i64)
  (local $10 i32)
  local.get $2
  i32.const 48
  i32.add
  f64.load
  local.set $5
  local.get $2
  i32.const 40
  i32.add
  f64.load
  local.tee $8
  local.get $3
  f64.gt
  local.tee $4
  if (result i64)
   local.get $2
   i32.const 24
   i32.add
   i64.atomic.load
  else
   local.get $3
   local.get $2
   i32.const 32
   i32.add
   f64.load
   f64.lt
   if (result i64)
    local.get $2
    i32.const 16
    i32.add
    i64.atomic.load
   else
    i64.const 0
   end
  end
  local.set $6
  local.get $0
  local.get $2
  if (result i32)
   local.get $2
   i32.const 4
   i32.add
   i32.atomic.load
   local.tee $10
   i32.const 2
   i32.ne
   local.get $10
   i32.const 1
   i32.ne
   i32.and
  else
   i32.const 0
  end
  if (result i32)
   i32.const 0
  else
   local.get $2
   i32.const 4
   i32.add
   i32.atomic.load
   i32.const 2
   i32.eq
   if (result i32)
    i32.const 5
   else
    local.get $4
    if (result i32)
     i32.const 2
    else
     i32.const 3
     i32.const 4
     i32.const 1
     local.get $3
     local.get $5
     f64.ge
     select
     local.get $3
     local.get $5
     f64.lt
     select
    end
   end
  end
  i32.store offset=16
  local.get $0
  local.set $4
  i32.const -1
  local.set $0
  block $__inlined_func$assembly/gate/tenant/findPlan$480
   local.get $6
   i64.eqz
   br_if $__inlined_func$assembly/gate/tenant/findPlan$480
   local.get $1
   local.get $1
   i32.load offset=68
   i32.add
   local.set $10
   local.get $1
   i32.load offset=64
   local.set $1
   loop $while-continue|0
    local.get $1
    local.get $7
    i32.gt_u
    if
     local.get $10
     local.get $1
     local.get $7
     i32.add
     i32.const 1
     i32.shr_u
     local.tee $0
     i32.const 4
     i32.shl
     i32.add
     i64.load
     local.tee $9
     local.get $6
     i64.eq
     br_if $__inlined_func$assembly/gate/tenant/findPlan$480
     local.get $6
     local.get $9
     i64.gt_u
     if
      local.get $0
      i32.const 1
      i32.add
      local.set $7
     else
      local.get $0
      local.set $1
     end
     br $while-continue|0
    end
   end
   i32.const -1
   local.set $0
  end
  local.get $4
  local.get $0
  i32.store offset=12
  local.get $4
  local.get $8
  f64.store offset=48
  local.get $4
  local.get $5
  f64.store offset=56
  local.get $4
  i32.const 200
  i32.add
  local.tee $0
  local.get $2
  i32.const 8
  i32.add
  i32.atomic.load
  local.tee $1
  if (result i32)
   i32.const 256
   local.get $1
   i32.load
   local.tee $2
   local.get $2
   i32.const 256
   i32.ge_u
   select
  else
   i32.const 0
  end
  local.tee $2
  i32.store
  local.get $2
  if
   local.get $0
   i32.const 8
   i32.add
   local.get $1
   i32.const 8
   i32.add
   local.get $2
   memory.copy
  end
 )
 (func $assembly/gate/own-limit/ownLimit (param $0 i32) (param $1 i32) (param $2 i32) (param $3 i32) (result i32)
  (local $4 i64)
  (local $5 i64)
  local.get $3
  if (result i32)
   i32.const 8476
   i32.atomic.load
   i32.const 0
   i32.ne
  else
   i32.const 0
  end
  i32.eqz
  if
   i32.const 0
   return
  end
  local.get $1
  local.get $1
  i32.load offset=36
  i32.add
  local.get $2
  i32.const 80
  i32.mul
  i32.add
  i32.load offset=68
  local.tee $2
  i64.extend_i32_u
  local.get $3
  i32.const 56
  i32.add
  i64.atomic.load
  local.get $0
  local.tee $1
  i32.load offset=56
  local.tee $0
  local.get $2
  i32.const 7
  i32.shl
  i32.add
  i64.load offset=64
  i64.xor
  local.tee $4
  i64.const 33
  i64.shr_u
  local.get $4
  i64.xor
  i64.const -49064778989728563
  i64.mul
  local.tee $4
  i64.const 33
  i64.shr_u
  local.get $4
  i64.xor
  i64.const -4265267296055464877
  i64.mul
  local.tee $4
  i64.const 33
  i64.shr_u
  local.get $4
  i64.xor
  i64.const -8192
  i64.and
  i64.or
  local.tee $4
  i32.wrap_i64
  i32.const 4095
  i32.and
  i32.const 7
  i32.shl
  local.get $0
  i32.add
  i64.load32_u offset=104
  local.get $4
  i64.const -8192
  i64.and
  i64.or
  local.set $4
  i32.const 0
  local.set $2
  block $__inlined_func$assembly/limits/exceptions/findSlot$38
   loop $for-loop|0
    local.get $2
    i32.const 64
    i32.lt_u
    if
     local.get $1
     i32.load offset=116
     local.get $1
     i32.load offset=120
     i32.const 1
     i32.sub
     local.get $4
     i64.const 29
     i64.shr_u
     i32.wrap_i64
     local.get $2
     i32.add
     i32.and
     i32.const 5
     i32.shl
     i32.add
     local.tee $0
     i64.atomic.load
     local.tee $5
     local.get $4
     i64.eq
     br_if $__inlined_func$assembly/limits/exceptions/findSlot$38
     i32.const 0
     local.set $0
     local.get $5
     i64.eqz
     br_if $__inlined_func$assembly/limits/exceptions/findSlot$38
     local.get $2
     i32.const 1
     i32.add
     local.set $2
     br $for-loop|0
    end
   end
   i32.const 0
   local.set $0
  end
  local.get $0
  if (result i32)
   local.get $0
   i32.const 8
   i32.add
   i32.atomic.load
   i32.const 0
   local.get $4
   local.get $0
   i64.atomic.load
   i64.eq
   select
  else
   i32.const 0
  end
  local.tee $0
  i32.eqz
  if
   i32.const 0
   return
  end
  local.get $1
  i32.load offset=56
  local.get $0
  i32.const 7
  i32.shl
  i32.add
  local.tee $0
  i32.const 0
  local.get $0
  i32.load offset=28
  select
 )
 (func $assembly/gate/feature/answerFeature (param $0 i32) (param $1 i32) (param $2 i32) (param $3 i32) (param $4 i32) (param $5 i32) (param $6 i32)
  (local $7 f64)
  (local $8 i32)
  (local $9 i64)
  (local $10 i32)
  (local $11 i32)
  (local $12 f64)
  (local $13 i32)
  (local $14 f64)
  local.get $3
  i32.load offset=12
  local.set $8
  local.get $6
  local.get $4
  i32.store offset=12
  local.get $0
  local.get $1
  local.get $2
  local.get $3
  local.get $4
  local.get $5
  local.get $6
  call $assembly/gate/feature/setBase
  local.get $6
  local.get $5
  if (result f64)
   local.get $5
   i32.const 12
   i32.add
   i32.atomic.load
   local.tee $0
   if
    block $__inlined_func$assembly/gate/feature/setOwn$1159
     local.get $2
     f64.load offset=32
     local.set $7
     local.get $2
     i32.load offset=92
     local.set $1
     local.get $3
     i64.load
     local.set $9
     local.get $3
     i32.load offset=28
     local.set $4
     i32.const 1024
     local.get $0
     i32.load
     local.tee $2
     local.get $2
     i32.const 1024
     i32.ge_u
     select
     local.set $10
     i32.const 0
     local.set $2
     loop $for-loop|0
      local.get $2
      local.get $10
      i32.lt_u
      if
       block $for-continue|0
        local.get $0
        i32.const 8
        i32.add
        local.get $2
        i32.const 40
        i32.mul
        i32.add
        local.tee $11
        i64.load
        local.get $9
        i64.ne
        br_if $for-continue|0
        local.get $11
        f64.load offset=16
        local.get $7
        f64.le
        if (result i32)
         local.get $7
         local.get $11
         f64.load offset=24
         f64.lt
        else
         i32.const 0
        end
        i32.eqz
        br_if $for-continue|0
        local.get $11
        f64.load offset=8
        local.set $12
        local.get $11
        i32.load16_u offset=32
        i32.eqz
        if
         local.get $11
         i32.load16_u offset=34
         local.set $0
         local.get $11
         f64.load offset=24
         local.set $7
         local.get $6
         i32.const 0
         i32.store offset=4
         local.get $6
         local.get $0
         i32.store offset=8
         local.get $6
         local.get $12
         f64.store offset=16
         local.get $6
         local.get $7
         f64.store offset=24
         local.get $0
         i32.const 3
         i32.eq
         if
          local.get $11
          i32.load offset=8
          local.tee $0
          local.get $1
          i32.const 520
          i32.sub
          i32.le_u
          if
           local.get $6
           i32.const 512
           local.get $0
           i32.load
           local.tee $1
           local.get $1
           i32.const 512
           i32.ge_u
           select
           local.tee $1
           i32.store offset=40
           local.get $6
           i32.const 48
           i32.add
           local.get $0
           i32.const 8
           i32.add
           local.get $1
           memory.copy
          end
         end
         br $__inlined_func$assembly/gate/feature/setOwn$1159
        end
        local.get $4
        i32.eqz
        local.get $11
        i32.load16_u offset=34
        local.tee $13
        i32.const 2
        i32.ne
        i32.or
        if
         local.get $11
         f64.load offset=24
         local.set $14
         local.get $6
         i32.const 1
         i32.store offset=4
         local.get $6
         local.get $13
         i32.store offset=8
         local.get $6
         local.get $12
         f64.store offset=16
         local.get $6
         local.get $14
         f64.store offset=24
         local.get $13
         i32.const 3
         i32.eq
         if
          local.get $11
          i32.load offset=8
          local.tee $11
          local.get $1
          i32.const 520
          i32.sub
          i32.le_u
          if
           local.get $6
           i32.const 512
           local.get $11
           i32.load
           local.tee $13
           local.get $13
           i32.const 512
           i32.ge_u
           select
           local.tee $13
           i32.store offset=40
           local.get $6
           i32.const 48
           i32.add
           local.get $11
           i32.const 8
           i32.add
           local.get $13
           memory.copy
          end
         end
         br $for-continue|0
        end
        local.get $6
        i32.load offset=8
        i32.const 2
        i32.eq
        local.tee $13
        if (result f64)
         local.get $6
         f64.load offset=16
        else
         f64.const 0
        end
        local.tee $14
        local.get $12
        local.get $11
        i32.load offset=36
        f64.convert_i32_u
        f64.mul
        f64.add
        local.get $12
        local.get $14
        f64.max
        local.get $12
        local.get $13
        select
        local.get $4
        i32.const 1
        i32.eq
        select
        local.set $12
        local.get $6
        f64.load offset=24
        local.get $11
        f64.load offset=24
        f64.min
        local.set $14
        local.get $6
        i32.const 1
        i32.store offset=4
        local.get $6
        i32.const 2
        i32.store offset=8
        local.get $6
        local.get $12
        f64.store offset=16
        local.get $6
        local.get $14
        f64.store offset=24
       end
       local.get $2
       i32.const 1
       i32.add
       local.set $2
       br $for-loop|0
      end
     end
    end
   end
   local.get $8
   i32.const 1
   i32.eq
   if (result f64)
    block $__inlined_func$assembly/gate/feature/usedOf$1160 (result f64)
     f64.const 0
     local.get $5
     i32.const 68
     i32.add
     i32.atomic.load
     local.tee $1
     i32.eqz
     br_if $__inlined_func$assembly/gate/feature/usedOf$1160
     drop
     local.get $3
     i64.load
     local.set $9
     i32.const 1024
     local.get $1
     i32.load
     local.tee $0
     local.get $0
     i32.const 1024
     i32.ge_u
     select
     local.set $2
     i32.const 0
     local.set $0
     loop $for-loop|00
      local.get $0
      local.get $2
      i32.lt_u
      if
       local.get $1
       i32.const 8
       i32.add
       local.get $0
       i32.const 4
       i32.shl
       i32.add
       local.tee $3
       i64.load
       local.get $9
       i64.eq
       if
        local.get $3
        f64.load offset=8
        br $__inlined_func$assembly/gate/feature/usedOf$1160
       end
       local.get $0
       i32.const 1
       i32.add
       local.set $0
       br $for-loop|00
      end
     end
     f64.const 0
    end
   else
    f64.const 0
   end
  else
   f64.const 0
  end
  local.tee $7
  f64.store offset=32
  local.get $6
  f64.load offset=16
  local.set $12
  local.get $6
  block $__inlined_func$assembly/gate/feature/stateOf$533 (result i32)
   i32.const 1
   local.get $6
   i32.load offset=8
   local.tee $0
   i32.eqz
   local.get $0
   i32.const 4
   i32.eq
   i32.or
   br_if $__inlined_func$assembly/gate/feature/stateOf$533
   drop
   i32.const 1
   local.get $8
   i32.eqz
   local.get $0
   i32.const 1
   i32.eq
   i32.and
   local.get $12
   f64.const 0
   f64.eq
   i32.and
   br_if $__inlined_func$assembly/gate/feature/stateOf$533
   drop
   i32.const 0
   local.get $8
   i32.const 1
   i32.ne
   br_if $__inlined_func$assembly/gate/feature/stateOf$533
   drop
   i32.const 1
   local.get $12
   f64.const 0
   f64.gt
   i32.eqz
   br_if $__inlined_func$assembly/gate/feature/stateOf$533
   drop
   i32.const 3
   i32.const 0
   local.get $7
   local.get $12
   f64.ge
   select
  end
  i32.store
 )
 (func $assembly/gate/decide/decide (param $0 i32) (param $1 i32) (param $2 i32) (param $3 i32) (param $4 i32) (param $5 i32) (param $6 i32) (param $7 f64) (result i32)
  (local $8 i32)
  (local $9 i32)
  (local $10 i32)
  local.get $0
  i32.load offset=148
  local.set $10
  local.get $0
  i32.load offset=152
  local.tee $8
  local.get $7
  f64.const 315576e6
  f64.le
  local.get $7
  f64.const 0
  f64.ge
  i32.and
  if (result f64)
   local.get $7
  else
   f64.const 315576e6
   local.get $7
   local.get $7
   f64.const 315576e6
   f64.gt
   select
   f64.const 0
   local.get $7
   f64.const 0
   f64.gt
   select
  end
  f64.floor
  i32.const 8448
  f64.load
  f64.add
  f64.store offset=32
  local.get $8
  local.get $2
  i32.store offset=8
  local.get $8
  local.get $10
  i32.load offset=76
  i32.store offset=92
  local.get $8
  i32.const -1
  i32.store offset=28
  local.get $3
  if (result i32)
   local.get $0
   i32.load offset=88
   i32.const 8472
   i32.atomic.load
   i32.ne
  else
   i32.const 0
  end
  if
   i32.const -1
   return
  end
  i32.const -13
  local.set $2
  loop $for-loop|0
   local.get $2
   i32.const -13
   i32.eq
   local.get $9
   i32.const 1000
   i32.lt_s
   i32.and
   if
    local.get $0
    local.get $1
    local.get $3
    local.get $4
    local.get $5
    local.get $6
    call $assembly/gate/decide/decideOnce
    local.set $2
    local.get $9
    i32.const 1
    i32.add
    local.set $9
    br $for-loop|0
   end
  end
  local.get $2
  i32.const 0
  i32.lt_s
  if
   local.get $2
   return
  end
  local.get $3
  if (result i32)
   local.get $3
   i32.load offset=24
  else
   i32.const 0
  end
  local.tee $6
  i32.const 0
  i32.ne
  local.tee $1
  if
   local.get $4
   i32.const 32
   i32.and
   i32.eqz
   local.set $1
  end
  local.get $4
  i32.const 16
  i32.and
  i32.const 0
  i32.ne
  local.tee $9
  if (result i32)
   local.get $3
   i32.load offset=12
   local.tee $10
   local.get $3
   i32.load offset=24
   i32.sub
   local.set $3
   block $__inlined_func$assembly/gate/decide/areLimitsFilled$805 (result i32)
    loop $for-loop|00
     local.get $3
     local.get $10
     i32.lt_u
     if
      i32.const 0
      local.get $8
      i32.const 38144
      i32.add
      local.get $3
      i32.const 2
      i32.shl
      i32.add
      i32.load
      br_if $__inlined_func$assembly/gate/decide/areLimitsFilled$805
      drop
      local.get $3
      i32.const 1
      i32.add
      local.set $3
      br $for-loop|00
     end
    end
    i32.const 1
   end
  else
   local.get $2
   i32.eqz
  end
  i32.const 0
  local.get $1
  select
  if
   local.get $0
   local.get $6
   i32.const 1
   local.get $4
   local.get $9
   select
   local.get $7
   call $assembly/limits/take-parts/takeParts
   local.tee $1
   i32.const 0
   i32.lt_s
   if
    local.get $1
    return
   end
   local.get $8
   local.get $1
   i32.store offset=28
   i32.const 21
   local.get $2
   local.get $2
   i32.eqz
   local.get $1
   i32.const 1
   i32.ne
   i32.and
   select
   local.set $2
  end
  local.get $8
  local.get $2
  i32.store
  local.get $5
  if
   local.get $0
   i32.load offset=156
   i32.const 0
   local.get $5
   memory.fill
  end
  local.get $2
 )
 (func $assembly/flags/verify/isConstant (param $0 i32) (param $1 i64) (result i32)
  (local $2 i32)
  local.get $1
  i64.const 48
  i64.shr_u
  i32.wrap_i64
  local.tee $2
  i32.const 65531
  i32.eq
  local.get $2
  i32.const 65530
  i32.eq
  i32.or
  if
   i32.const 0
   return
  end
  local.get $2
  i32.const 65529
  i32.ne
  if
   local.get $1
   i64.const -256
   i64.and
   i64.const 9221120237057474560
   i64.ne
   return
  end
  local.get $1
  i64.const 32
  i64.shr_u
  i32.wrap_i64
  i32.const -458752
  i32.eq
  if (result i32)
   i32.const 1
   local.get $1
   i32.wrap_i64
   local.tee $2
   i32.const 128
   i32.lt_u
   local.get $2
   i32.const 7
   i32.and
   select
   if (result i32)
    i32.const 0
   else
    local.get $0
    i64.load32_u offset=56
    local.get $2
    i64.extend_i32_u
    i64.const 8
    i64.add
    i64.ge_u
   end
   if (result i32)
    local.get $0
    local.get $2
    i32.add
    i64.load32_u
    i64.const 8
    i64.add
    local.set $1
    i32.const 1
    local.get $2
    i32.const 128
    i32.lt_u
    local.get $2
    i32.const 7
    i32.and
    select
    if (result i32)
     i32.const 0
    else
     local.get $0
     i64.load32_u offset=56
     local.get $2
     i64.extend_i32_u
     local.get $1
     i64.add
     i64.ge_u
    end
   else
    i32.const 0
   end
  else
   i32.const 0
  end
 )
 (func $assembly/flags/verify-program/verifyRange (param $0 i32) (param $1 i32) (param $2 i32) (param $3 i32) (param $4 i32) (param $5 i32) (param $6 i32) (param $7 i32) (param $8 i32) (result i64)
  (local $9 i32)
  (local $10 i32)
  (local $11 i64)
  (local $12 i64)
  (local $13 i32)
  (local $14 i32)
  (local $15 i32)
  (local $16 i32)
  (local $17 i32)
  (local $18 i32)
  (local $19 i32)
  (local $20 i32)
  (local $21 i64)
  local.get $3
  local.set $9
  loop $for-loop|0
   local.get $3
   local.get $4
   i32.lt_u
   if
    local.get $2
    local.get $3
    i32.const 3
    i32.shl
    i32.add
    local.tee $20
    i32.load8_u
    local.set $10
    local.get $20
    i32.load16_u offset=2
    local.set $15
    local.get $20
    i32.load offset=4
    local.set $13
    local.get $10
    i32.const 50
    i32.ge_u
    if
     i64.const 47244640256
     return
    end
    local.get $10
    i32.const 41
    i32.eq
    if
     i64.const 73014444032
     return
    end
    local.get $0
    local.get $1
    local.get $10
    local.get $15
    local.get $13
    call $assembly/flags/verify-operands/operandsFit
    i32.eqz
    if
     i64.const 51539607552
     return
    end
    local.get $12
    i64.const 1
    i64.add
    local.set $12
    block $for-continue|0
     local.get $10
     i32.const 40
     i32.ne
     if
      local.get $1
      local.get $2
      local.get $3
      local.get $5
      local.get $6
      local.get $7
      call $assembly/flags/verify-program/verifyInstruction
      local.tee $14
      if
       local.get $14
       i64.extend_i32_u
       i64.const 32
       i64.shl
       return
      end
      block $__inlined_func$assembly/flags/verify-program/isJump$997 (result i32)
       block $break|0
        block $case0|0
         local.get $10
         i32.const 5
         i32.sub
         br_table $case0|0 $case0|0 $case0|0 $case0|0 $case0|0 $break|0 $break|0 $break|0 $case0|0 $break|0
        end
        i32.const 1
        br $__inlined_func$assembly/flags/verify-program/isJump$997
       end
       i32.const 0
      end
      if
       local.get $3
       i32.const 1
       i32.add
       local.tee $10
       local.get $13
       i32.add
       local.set $13
       local.get $9
       local.get $10
       local.get $3
       local.get $9
       i32.lt_u
       local.get $9
       local.get $13
       i32.le_u
       i32.and
       select
       i64.extend_i32_u
       local.set $11
       loop $while-continue|0
        local.get $11
        local.get $13
        i64.extend_i32_u
        i64.lt_u
        if
         local.get $2
         local.get $11
         i32.wrap_i64
         i32.const 3
         i32.shl
         i32.add
         local.tee $10
         i32.load8_u
         i32.const 40
         i32.eq
         if (result i64)
          local.get $11
          local.get $10
          i64.load32_u offset=4
          i64.add
         else
          local.get $11
         end
         i64.const 1
         i64.add
         local.set $11
         br $while-continue|0
        end
       end
       local.get $13
       i64.extend_i32_u
       local.get $11
       i64.ne
       if
        i64.const 55834574848
        return
       end
       local.get $9
       local.get $13
       local.get $9
       local.get $13
       i32.gt_u
       select
       local.set $9
      end
      br $for-continue|0
     end
     local.get $8
     i32.const 8
     i32.ge_u
     if
      i32.const 17
      local.set $10
     else
      local.get $2
      local.get $3
      i32.const 3
      i32.shl
      i32.add
      local.tee $16
      i32.load8_u offset=1
      local.set $19
      local.get $3
      i64.extend_i32_u
      local.get $16
      i32.load offset=4
      local.tee $17
      i64.extend_i32_u
      i64.add
      local.set $11
      i32.const 17
      local.set $10
      block $__inlined_func$assembly/flags/verify-program/verifyLoop$1319
       local.get $17
       i32.const 2
       i32.lt_u
       local.get $11
       local.get $5
       i64.extend_i32_u
       i64.ge_u
       i32.or
       br_if $__inlined_func$assembly/flags/verify-program/verifyLoop$1319
       i32.const 14
       local.set $10
       local.get $19
       local.get $6
       i32.const 2
       i32.add
       i32.lt_u
       if (result i32)
        i32.const 1
       else
        local.get $1
        i32.load offset=20
        local.get $19
        i32.const 3
        i32.add
        i32.lt_u
       end
       br_if $__inlined_func$assembly/flags/verify-program/verifyLoop$1319
       i32.const 17
       local.set $10
       local.get $2
       local.get $11
       i32.wrap_i64
       local.tee $18
       i32.const 3
       i32.shl
       i32.add
       local.tee $14
       i32.load8_u
       i32.const 41
       i32.ne
       br_if $__inlined_func$assembly/flags/verify-program/verifyLoop$1319
       local.get $14
       i32.load16_u offset=2
       local.get $16
       i32.load16_u offset=2
       i32.ne
       br_if $__inlined_func$assembly/flags/verify-program/verifyLoop$1319
       local.get $14
       i32.load offset=4
       local.get $17
       i32.const 1
       i32.sub
       i32.ne
       br_if $__inlined_func$assembly/flags/verify-program/verifyLoop$1319
       i32.const 14
       local.set $10
       local.get $14
       i32.load8_u offset=1
       local.get $19
       i32.const 3
       i32.add
       i32.ne
       br_if $__inlined_func$assembly/flags/verify-program/verifyLoop$1319
       local.get $19
       i32.const 2
       i32.add
       local.set $10
       local.get $3
       i64.extend_i32_u
       i64.const 1
       i64.add
       local.tee $21
       local.get $18
       i64.extend_i32_u
       i64.gt_u
       if (result i32)
        i32.const 13
       else
        i32.const 14
        i32.const 0
        local.get $2
        local.get $21
        i32.wrap_i64
        i32.const 3
        i32.shl
        i32.add
        i32.const 1
        i32.add
        i32.load8_u
        local.get $10
        i32.ne
        select
       end
       local.tee $10
       br_if $__inlined_func$assembly/flags/verify-program/verifyLoop$1319
       local.get $19
       i32.const 1
       i32.sub
       local.set $10
       local.get $11
       i64.const 1
       i64.add
       local.tee $11
       local.get $5
       i64.extend_i32_u
       i64.gt_u
       if (result i32)
        i32.const 13
       else
        i32.const 14
        i32.const 0
        local.get $2
        local.get $11
        i32.wrap_i64
        i32.const 3
        i32.shl
        i32.add
        i32.const 1
        i32.add
        i32.load8_u
        local.get $10
        i32.ne
        select
       end
       local.set $10
      end
     end
     local.get $10
     if
      local.get $10
      i64.extend_i32_s
      i64.const 32
      i64.shl
      return
     end
     local.get $0
     local.get $1
     local.get $2
     local.get $3
     i32.const 1
     i32.add
     local.get $3
     local.get $13
     i32.add
     local.tee $3
     local.get $3
     local.get $20
     i32.load8_u offset=1
     i32.const 2
     i32.add
     local.get $15
     local.get $8
     i32.const 1
     i32.add
     call $assembly/flags/verify-program/verifyRange
     local.tee $11
     i64.const 32
     i64.shr_u
     i64.const 0
     i64.ne
     if
      local.get $11
      return
     end
     i64.const 2147483647
     local.get $12
     local.get $11
     i64.const 1
     i64.add
     i64.const 10
     i64.shl
     i64.add
     local.tee $11
     local.get $11
     i64.const 2147483647
     i64.ge_u
     select
     local.set $12
    end
    local.get $3
    i32.const 1
    i32.add
    local.set $3
    br $for-loop|0
   end
  end
  i64.const 2147483647
  local.get $12
  local.get $12
  i64.const 2147483647
  i64.ge_u
  select
 )
 (func $assembly/flags/verify-operands/isTableAt (param $0 i32) (param $1 i32) (param $2 i32) (result i32)
  (local $3 i32)
  (local $4 i32)
  (local $5 i32)
  (local $6 i64)
  i32.const 1
  local.get $1
  i32.const 128
  i32.lt_u
  local.get $1
  i32.const 7
  i32.and
  select
  if (result i32)
   i32.const 0
  else
   local.get $0
   i64.load32_u offset=56
   local.get $1
   i64.extend_i32_u
   i64.const 24
   i64.add
   i64.ge_u
  end
  i32.eqz
  if
   i32.const 0
   return
  end
  local.get $0
  local.get $1
  i32.add
  local.tee $3
  i32.load
  local.tee $4
  i64.extend_i32_u
  i64.const 3
  i64.shl
  i64.const 24
  i64.add
  local.set $6
  local.get $4
  if (result i32)
   i32.const 1
   local.get $1
   i32.const 128
   i32.lt_u
   local.get $1
   i32.const 7
   i32.and
   select
   if (result i32)
    i32.const 0
   else
    local.get $0
    i64.load32_u offset=56
    local.get $1
    i64.extend_i32_u
    local.get $6
    i64.add
    i64.ge_u
   end
  else
   i32.const 0
  end
  i32.eqz
  if
   i32.const 0
   return
  end
  i32.const 0
  local.set $0
  i32.const 0
  local.set $1
  loop $for-loop|0
   local.get $1
   local.get $4
   i32.lt_u
   if
    local.get $3
    i32.const 24
    i32.add
    local.get $1
    i32.const 3
    i32.shl
    i32.add
    local.tee $5
    i32.load
    local.get $0
    i32.lt_u
    if
     i32.const 0
     return
    end
    local.get $5
    i32.load
    local.set $0
    local.get $5
    i32.load offset=4
    local.get $2
    i32.ge_u
    if
     i32.const 0
     return
    end
    local.get $1
    i32.const 1
    i32.add
    local.set $1
    br $for-loop|0
   end
  end
  local.get $0
  local.get $3
  i32.load offset=4
  i32.eq
  local.get $0
  i32.const 0
  i32.ne
  i32.and
  i32.const -2147483647
  i32.const 2147483647
  local.get $3
  i32.load offset=20
  i32.const 1
  i32.eq
  select
  local.get $0
  i32.ge_u
  i32.and
 )
 (func $assembly/flags/verify-operands/isSetAt (param $0 i32) (param $1 i32) (result i32)
  (local $2 i32)
  (local $3 i32)
  (local $4 i32)
  (local $5 i32)
  (local $6 i64)
  i32.const 1
  local.get $1
  i32.const 128
  i32.lt_u
  local.get $1
  i32.const 7
  i32.and
  select
  if (result i32)
   i32.const 0
  else
   local.get $0
   i64.load32_u offset=56
   local.get $1
   i64.extend_i32_u
   i64.const 24
   i64.add
   i64.ge_u
  end
  i32.eqz
  if
   i32.const 0
   return
  end
  local.get $0
  local.get $1
  i32.add
  local.tee $4
  i32.load offset=4
  local.set $2
  local.get $4
  i32.load
  local.set $5
  local.get $2
  i32.eqz
  local.get $2
  i32.const 26
  i32.gt_u
  i32.or
  if
   i32.const 0
   return
  end
  i64.const 1
  local.get $2
  i64.extend_i32_u
  i64.shl
  i64.const 2
  i64.shl
  i64.const 35
  i64.add
  i64.const -8
  i64.and
  local.get $5
  i64.extend_i32_u
  i64.const 3
  i64.shl
  i64.add
  local.set $6
  i32.const 1
  local.get $1
  i32.const 128
  i32.lt_u
  local.get $1
  i32.const 7
  i32.and
  select
  if (result i32)
   i32.const 0
  else
   local.get $0
   i64.load32_u offset=56
   local.get $1
   i64.extend_i32_u
   local.get $6
   i64.add
   i64.ge_u
  end
  i32.eqz
  if
   i32.const 0
   return
  end
  i32.const 0
  local.set $0
  loop $for-loop|0
   local.get $3
   i32.const 1
   local.get $2
   i32.shl
   i32.le_u
   if
    local.get $5
    local.get $4
    i32.const 24
    i32.add
    local.get $3
    i32.const 2
    i32.shl
    i32.add
    i32.load
    local.tee $1
    i32.lt_u
    local.get $0
    local.get $1
    i32.gt_u
    i32.or
    if
     i32.const 0
     return
    end
    local.get $1
    local.set $0
    local.get $3
    i32.const 1
    i32.add
    local.set $3
    br $for-loop|0
   end
  end
  i32.const 1
 )
 (func $assembly/flags/variant/resolveVariant (param $0 i32) (param $1 i32) (param $2 i32) (param $3 i64) (result i32)
  (local $4 i32)
  (local $5 i32)
  (local $6 i32)
  (local $7 i32)
  (local $8 i32)
  (local $9 i32)
  (local $10 i32)
  local.get $0
  i32.const 28992
  i32.add
  local.set $5
  local.get $3
  i64.const 48
  i64.shr_u
  i32.wrap_i64
  i32.const 65533
  i32.ge_u
  if
   local.get $2
   i32.load offset=40
   i32.const 65536
   i32.or
   return
  end
  local.get $3
  i64.const 48
  i64.shr_u
  i32.wrap_i64
  i32.const 65529
  i32.eq
  if (result i32)
   local.get $3
   i32.wrap_i64
   local.tee $0
   i32.const 8
   i32.add
   local.set $5
   local.get $0
   i32.load
  else
   local.get $3
   i64.const 48
   i64.shr_u
   i32.wrap_i64
   i32.const 65532
   i32.eq
   if (result i32)
    local.get $5
    i32.const 1702195828
    i32.const 1936482662
    local.get $3
    i64.const 1
    i64.and
    i32.wrap_i64
    local.tee $0
    select
    i32.store
    local.get $5
    i32.const 101
    i32.store8 offset=4
    i32.const 4
    i32.const 5
    local.get $0
    select
   else
    local.get $3
    local.get $0
    i32.load offset=64
    local.tee $5
    local.get $0
    i32.load offset=24
    local.get $0
    i32.const 28992
    i32.add
    i32.const 0
    call $assembly/flags/to-text/writeText
    local.tee $0
    i32.eqz
    if
     i32.const 33816579
     return
    end
    local.get $0
    local.get $5
    i32.sub
   end
  end
  local.set $7
  local.get $2
  i32.load offset=36
  local.set $9
  local.get $1
  local.get $2
  i32.load offset=32
  i32.add
  local.set $10
  loop $for-loop|0
   local.get $6
   local.get $9
   i32.lt_u
   if
    local.get $1
    local.get $10
    local.get $6
    i32.const 2
    i32.shl
    i32.add
    i32.load
    i32.add
    local.tee $2
    i32.load
    local.get $7
    i32.eq
    if
     local.get $5
     local.set $0
     local.get $7
     local.get $2
     i32.const 8
     i32.add
     local.tee $2
     i32.add
     local.set $8
     block $__inlined_func$assembly/flags/text/equalBytes$42 (result i32)
      loop $for-loop|00
       local.get $2
       i32.const 8
       i32.add
       local.tee $4
       local.get $8
       i32.le_u
       if
        i32.const 0
        local.get $2
        i64.load
        local.get $0
        i64.load
        i64.ne
        br_if $__inlined_func$assembly/flags/text/equalBytes$42
        drop
        local.get $4
        local.set $2
        local.get $0
        i32.const 8
        i32.add
        local.set $0
        br $for-loop|00
       end
      end
      loop $for-loop|1
       local.get $2
       local.get $8
       i32.lt_u
       if
        i32.const 0
        local.get $2
        i32.load8_u
        local.get $0
        i32.load8_u
        i32.ne
        br_if $__inlined_func$assembly/flags/text/equalBytes$42
        drop
        local.get $2
        i32.const 1
        i32.add
        local.set $2
        local.get $0
        i32.const 1
        i32.add
        local.set $0
        br $for-loop|1
       end
      end
      i32.const 1
     end
     if
      local.get $6
      i32.const 131072
      i32.or
      return
     end
    end
    local.get $6
    i32.const 1
    i32.add
    local.set $6
    br $for-loop|0
   end
  end
  i32.const 33816577
 )
 (func $assembly/flags/strings/substr (param $0 i32) (param $1 i32) (param $2 i32) (result i64)
  (local $3 i32)
  (local $4 i32)
  (local $5 f64)
  (local $6 i32)
  (local $7 i64)
  (local $8 i32)
  (local $9 i32)
  (local $10 i32)
  (local $11 i32)
  (local $12 f64)
  local.get $1
  i64.load
  local.tee $7
  i64.const 48
  i64.shr_u
  i32.wrap_i64
  i32.const 65529
  i32.ne
  if
   i64.const 9221120237057474562
   return
  end
  local.get $0
  i32.const 28992
  i32.add
  local.set $8
  local.get $7
  i32.wrap_i64
  local.tee $9
  i32.const 8
  i32.add
  local.tee $6
  local.tee $4
  local.get $9
  i32.load
  local.tee $10
  i32.add
  local.set $11
  loop $for-loop|0
   local.get $4
   local.get $11
   i32.lt_u
   if
    local.get $4
    i32.load8_u
    local.tee $9
    i32.const 192
    i32.and
    i32.const 128
    i32.ne
    if
     local.get $3
     i32.const 2
     i32.const 1
     local.get $9
     i32.const 240
     i32.ge_u
     select
     i32.add
     local.set $3
    end
    local.get $4
    i32.const 1
    i32.add
    local.set $4
    br $for-loop|0
   end
  end
  local.get $3
  local.get $3
  f64.convert_i32_u
  local.tee $5
  f64.const 0
  local.get $1
  i64.load offset=8
  local.get $8
  call $assembly/flags/to-number/toNumber
  local.tee $12
  f64.trunc
  local.get $12
  local.get $12
  f64.ne
  select
  local.tee $12
  f64.add
  f64.const 0
  f64.max
  local.get $5
  local.get $12
  f64.min
  local.get $12
  f64.const 0
  f64.lt
  select
  i32.trunc_sat_f64_u
  local.tee $4
  i32.sub
  f64.convert_i32_u
  local.set $5
  local.get $2
  i32.const 3
  i32.eq
  if
   local.get $1
   i64.load offset=16
   local.get $8
   call $assembly/flags/to-number/toNumber
   local.tee $12
   f64.const 0
   f64.lt
   if (result f64)
    local.get $5
    local.get $12
    f64.add
    f64.trunc
    f64.const 0
    f64.max
   else
    local.get $5
    f64.const 0
    local.get $12
    f64.trunc
    local.get $12
    local.get $12
    f64.ne
    select
    f64.min
   end
   local.set $5
  end
  local.get $5
  f64.const 0
  f64.eq
  if
   local.get $0
   i64.load32_u offset=24
   local.get $0
   i32.load offset=64
   local.tee $1
   i64.extend_i32_u
   i64.sub
   i64.const 8
   i64.lt_u
   if (result i32)
    i32.const 0
   else
    local.get $0
    local.get $1
    i32.const 8
    i32.add
    i32.store offset=64
    local.get $1
   end
   local.tee $0
   if (result i64)
    local.get $0
    i32.const 8
    i32.add
    local.get $6
    i32.const 0
    memory.copy
    local.get $0
    i32.const 0
    i32.store
    local.get $0
    i32.const 0
    i32.store offset=4
    local.get $0
    i64.extend_i32_u
    i64.const -1970324836974592
    i64.or
   else
    i64.const 9221120237057474563
   end
   return
  end
  local.get $6
  local.get $10
  i32.add
  local.set $2
  block $__inlined_func$assembly/flags/units/unitOffset$235 (result i32)
   loop $while-continue|0
    local.get $2
    local.get $6
    i32.gt_u
    i32.const 0
    local.get $4
    select
    if
     local.get $6
     i32.load8_u
     local.tee $1
     i32.const 128
     i32.lt_u
     if (result i32)
      local.get $6
      i32.const 1
      i32.add
     else
      local.get $1
      i32.const 224
      i32.lt_u
      if (result i32)
       local.get $6
       i32.const 2
       i32.add
      else
       local.get $1
       i32.const 240
       i32.lt_u
       if (result i32)
        local.get $6
        i32.const 3
        i32.add
       else
        i32.const 0
        local.get $4
        i32.const 1
        i32.eq
        br_if $__inlined_func$assembly/flags/units/unitOffset$235
        drop
        local.get $4
        i32.const 1
        i32.sub
        local.set $4
        local.get $6
        i32.const 4
        i32.add
       end
      end
     end
     local.set $6
     local.get $4
     i32.const 1
     i32.sub
     local.set $4
     br $while-continue|0
    end
   end
   local.get $2
   local.get $6
   local.get $2
   local.get $6
   i32.lt_u
   select
  end
  local.tee $1
  i32.eqz
  if
   i64.const 9221120237057474565
   return
  end
  local.get $1
  local.set $4
  local.get $5
  i32.trunc_sat_f64_u
  local.set $6
  block $__inlined_func$assembly/flags/units/unitOffset$237 (result i32)
   loop $while-continue|01
    local.get $2
    local.get $4
    i32.gt_u
    i32.const 0
    local.get $6
    select
    if
     local.get $4
     i32.load8_u
     local.tee $3
     i32.const 128
     i32.lt_u
     if (result i32)
      local.get $4
      i32.const 1
      i32.add
     else
      local.get $3
      i32.const 224
      i32.lt_u
      if (result i32)
       local.get $4
       i32.const 2
       i32.add
      else
       local.get $3
       i32.const 240
       i32.lt_u
       if (result i32)
        local.get $4
        i32.const 3
        i32.add
       else
        i32.const 0
        local.get $6
        i32.const 1
        i32.eq
        br_if $__inlined_func$assembly/flags/units/unitOffset$237
        drop
        local.get $6
        i32.const 1
        i32.sub
        local.set $6
        local.get $4
        i32.const 4
        i32.add
       end
      end
     end
     local.set $4
     local.get $6
     i32.const 1
     i32.sub
     local.set $6
     br $while-continue|01
    end
   end
   local.get $2
   local.get $4
   local.get $2
   local.get $4
   i32.lt_u
   select
  end
  local.tee $2
  i32.eqz
  if
   i64.const 9221120237057474565
   return
  end
  local.get $2
  local.get $1
  i32.sub
  local.tee $2
  i32.const 8
  i32.add
  i64.extend_i32_u
  i64.const 7
  i64.add
  i64.const -8
  i64.and
  local.tee $7
  local.get $0
  i64.load32_u offset=24
  local.get $0
  i32.load offset=64
  local.tee $3
  i64.extend_i32_u
  i64.sub
  i64.gt_u
  if (result i32)
   i32.const 0
  else
   local.get $0
   local.get $3
   local.get $7
   i32.wrap_i64
   i32.add
   i32.store offset=64
   local.get $3
  end
  local.tee $0
  if (result i64)
   local.get $0
   i32.const 8
   i32.add
   local.get $1
   local.get $2
   memory.copy
   local.get $0
   local.get $2
   i32.store
   local.get $0
   i32.const 0
   i32.store offset=4
   local.get $0
   i64.extend_i32_u
   i64.const -1970324836974592
   i64.or
  else
   i64.const 9221120237057474563
  end
 )
 (func $assembly/flags/strings/cat (param $0 i32) (param $1 i32) (param $2 i32) (result i64)
  (local $3 i32)
  (local $4 i32)
  (local $5 i32)
  (local $6 i32)
  (local $7 i64)
  local.get $0
  i32.load offset=24
  local.get $0
  i32.load offset=64
  i32.sub
  i32.const 8
  i32.lt_u
  if
   i64.const 9221120237057474563
   return
  end
  local.get $0
  i32.load offset=24
  local.set $6
  local.get $0
  i32.load offset=64
  local.tee $3
  i32.const 8
  i32.add
  local.set $4
  loop $for-loop|0
   local.get $2
   local.get $5
   i32.gt_u
   if
    local.get $1
    local.get $5
    i32.const 3
    i32.shl
    i32.add
    i64.load
    local.get $4
    local.get $6
    local.get $0
    i32.const 28992
    i32.add
    i32.const 0
    call $assembly/flags/to-text/writeText
    local.tee $4
    i32.eqz
    if
     i64.const 9221120237057474563
     return
    end
    local.get $5
    i32.const 1
    i32.add
    local.set $5
    br $for-loop|0
   end
  end
  local.get $4
  local.get $3
  i32.const 8
  i32.add
  i32.sub
  local.tee $2
  i32.const 8
  i32.add
  i64.extend_i32_u
  i64.const 7
  i64.add
  i64.const -8
  i64.and
  local.tee $7
  local.get $0
  i64.load32_u offset=24
  local.get $0
  i32.load offset=64
  local.tee $1
  i64.extend_i32_u
  i64.sub
  i64.gt_u
  if
   i32.const 0
   local.set $1
  else
   local.get $0
   local.get $1
   local.get $7
   i32.wrap_i64
   i32.add
   i32.store offset=64
  end
  local.get $1
  i32.eqz
  if
   i64.const 9221120237057474563
   return
  end
  local.get $3
  local.get $2
  i32.store
  local.get $3
  i32.const 0
  i32.store offset=4
  local.get $3
  i64.extend_i32_u
  i64.const -1970324836974592
  i64.or
 )
 (func $assembly/flags/semver/semVer (param $0 i32) (param $1 i64) (param $2 i64) (param $3 i32) (result i64)
  (local $4 i32)
  (local $5 i32)
  (local $6 i32)
  local.get $1
  local.get $3
  local.get $3
  i32.const 32
  i32.add
  local.tee $5
  i32.const 32
  i32.add
  local.tee $4
  call $assembly/flags/semver/parseVersionOf
  i32.eqz
  if
   i64.const -844424930131968
   return
  end
  local.get $2
  local.get $5
  local.get $4
  i32.const 32
  i32.add
  call $assembly/flags/semver/parseVersionOf
  i32.eqz
  if
   i64.const -844424930131968
   return
  end
  block $__inlined_func$assembly/flags/semver/matchVersions$1051 (result i32)
   local.get $3
   i64.load
   local.tee $1
   local.get $5
   i64.load
   local.tee $2
   i64.gt_u
   local.get $1
   local.get $2
   i64.lt_u
   i32.sub
   local.tee $4
   i32.eqz
   local.get $0
   i32.const 6
   i32.eq
   br_if $__inlined_func$assembly/flags/semver/matchVersions$1051
   drop
   local.get $3
   i32.const 8
   i32.add
   i64.load
   local.tee $1
   local.get $5
   i32.const 8
   i32.add
   i64.load
   local.tee $2
   i64.gt_u
   local.get $1
   local.get $2
   i64.lt_u
   i32.sub
   local.tee $6
   local.get $4
   i32.or
   i32.eqz
   local.get $0
   i32.const 7
   i32.eq
   br_if $__inlined_func$assembly/flags/semver/matchVersions$1051
   drop
   local.get $4
   local.get $6
   local.get $4
   select
   local.tee $4
   i32.eqz
   if
    local.get $3
    i32.const 16
    i32.add
    i64.load
    local.tee $1
    local.get $5
    i32.const 16
    i32.add
    i64.load
    local.tee $2
    i64.gt_u
    local.get $1
    local.get $2
    i64.lt_u
    i32.sub
    local.set $4
   end
   local.get $4
   i32.eqz
   if
    local.get $3
    local.get $5
    call $assembly/flags/semver/comparePreRelease
    local.set $4
   end
   block $break|0
    block $case5|0
     block $case4|0
      block $case3|0
       block $case2|0
        block $case1|0
         block $case0|0
          local.get $0
          br_table $case0|0 $case1|0 $case2|0 $case3|0 $case4|0 $case5|0 $break|0
         end
         local.get $4
         i32.eqz
         br $__inlined_func$assembly/flags/semver/matchVersions$1051
        end
        local.get $4
        i32.const 0
        i32.ne
        br $__inlined_func$assembly/flags/semver/matchVersions$1051
       end
       local.get $4
       i32.const 0
       i32.lt_s
       br $__inlined_func$assembly/flags/semver/matchVersions$1051
      end
      local.get $4
      i32.const 0
      i32.le_s
      br $__inlined_func$assembly/flags/semver/matchVersions$1051
     end
     local.get $4
     i32.const 0
     i32.gt_s
     br $__inlined_func$assembly/flags/semver/matchVersions$1051
    end
    local.get $4
    i32.const 0
    i32.ge_s
    br $__inlined_func$assembly/flags/semver/matchVersions$1051
   end
   i32.const 0
  end
  i64.extend_i32_u
  i64.const -1125899906842624
  i64.or
 )
 (func $assembly/flags/semver/parseVersionOf (param $0 i64) (param $1 i32) (param $2 i32) (result i32)
  local.get $0
  i64.const 48
  i64.shr_u
  i32.wrap_i64
  i32.const 65529
  i32.eq
  if
   local.get $0
   i32.wrap_i64
   local.tee $2
   i32.const 8
   i32.add
   local.get $2
   i32.load
   local.get $1
   call $assembly/flags/semver/parseVersion
   return
  end
  local.get $0
  i64.const -1970324836974592
  i64.ge_u
  if
   i32.const 0
   return
  end
  local.get $2
  local.get $0
  f64.reinterpret_i64
  local.get $2
  local.get $2
  i32.const -64
  i32.sub
  call $assembly/number/format/formatNumber
  local.get $1
  call $assembly/flags/semver/parseVersion
 )
 (func $assembly/flags/semver/parseVersion (param $0 i32) (param $1 i32) (param $2 i32) (result i32)
  (local $3 i32)
  (local $4 i64)
  (local $5 i32)
  (local $6 i32)
  (local $7 i32)
  local.get $0
  local.get $1
  i32.add
  local.tee $6
  local.get $0
  i32.const 1
  i32.add
  local.get $0
  local.get $1
  if (result i32)
   local.get $0
   i32.load8_u
   i32.const 32
   i32.or
   i32.const 118
   i32.eq
  else
   i32.const 0
  end
  select
  local.tee $0
  i32.sub
  i32.const 256
  i32.gt_s
  if
   i32.const 0
   return
  end
  local.get $2
  i32.const 0
  i32.const 32
  memory.fill
  local.get $0
  local.set $1
  block $__inlined_func$assembly/flags/semver/isPartial$1042 (result i32)
   loop $for-loop|0
    local.get $1
    local.get $6
    i32.lt_u
    if
     i32.const 0
     local.get $1
     i32.load8_u
     local.tee $7
     i32.const 46
     i32.eq
     local.get $3
     i32.const 0
     i32.gt_s
     i32.and
     if (result i32)
      local.get $5
      i32.const 1
      i32.add
      local.set $5
      i32.const 0
     else
      local.get $7
      i32.const 48
      i32.sub
      i32.const 9
      i32.le_u
      if (result i32)
       local.get $3
       i32.const 1
       i32.add
      else
       i32.const 0
       br $__inlined_func$assembly/flags/semver/isPartial$1042
      end
     end
     local.tee $3
     i32.const 16
     i32.gt_s
     br_if $__inlined_func$assembly/flags/semver/isPartial$1042
     drop
     local.get $1
     i32.const 1
     i32.add
     local.set $1
     br $for-loop|0
    end
   end
   local.get $5
   i32.const 2
   i32.lt_s
   local.get $3
   i32.const 0
   i32.gt_s
   i32.and
  end
  if
   local.get $0
   local.set $1
   block $__inlined_func$assembly/flags/semver/parseNumeric$1043 (result i32)
    loop $for-loop|00
     local.get $0
     local.get $6
     i32.lt_u
     if (result i32)
      local.get $0
      i32.load8_u
      i32.const 48
      i32.sub
      i32.const 9
      i32.le_u
     else
      i32.const 0
     end
     if
      i32.const 0
      local.get $0
      i64.load8_u
      i64.const 48
      i64.sub
      local.get $4
      i64.const 10
      i64.mul
      i64.add
      local.tee $4
      i64.const 9007199254740991
      i64.gt_u
      br_if $__inlined_func$assembly/flags/semver/parseNumeric$1043
      drop
      local.get $0
      i32.const 1
      i32.add
      local.set $0
      br $for-loop|00
     end
    end
    i32.const 0
    local.get $0
    local.get $1
    i32.eq
    if (result i32)
     i32.const 1
    else
     local.get $0
     local.get $1
     i32.sub
     i32.const 1
     i32.gt_u
     if (result i32)
      local.get $1
      i32.load8_u
      i32.const 48
      i32.eq
     else
      i32.const 0
     end
    end
    br_if $__inlined_func$assembly/flags/semver/parseNumeric$1043
    drop
    local.get $2
    local.get $4
    i64.store
    local.get $0
   end
   local.tee $0
   if (result i32)
    local.get $0
    local.get $6
    i32.eq
    if (result i32)
     i32.const 1
    else
     local.get $2
     i32.const 8
     i32.add
     local.set $1
     i64.const 0
     local.set $4
     local.get $0
     i32.const 1
     i32.add
     local.tee $0
     local.set $2
     block $__inlined_func$assembly/flags/semver/parseNumeric$1044 (result i32)
      loop $for-loop|01
       local.get $0
       local.get $6
       i32.lt_u
       if (result i32)
        local.get $0
        i32.load8_u
        i32.const 48
        i32.sub
        i32.const 9
        i32.le_u
       else
        i32.const 0
       end
       if
        i32.const 0
        local.get $0
        i64.load8_u
        i64.const 48
        i64.sub
        local.get $4
        i64.const 10
        i64.mul
        i64.add
        local.tee $4
        i64.const 9007199254740991
        i64.gt_u
        br_if $__inlined_func$assembly/flags/semver/parseNumeric$1044
        drop
        local.get $0
        i32.const 1
        i32.add
        local.set $0
        br $for-loop|01
       end
      end
      i32.const 0
      local.get $0
      local.get $2
      i32.eq
      if (result i32)
       i32.const 1
      else
       local.get $0
       local.get $2
       i32.sub
       i32.const 1
       i32.gt_u
       if (result i32)
        local.get $2
        i32.load8_u
        i32.const 48
        i32.eq
       else
        i32.const 0
       end
      end
      br_if $__inlined_func$assembly/flags/semver/parseNumeric$1044
      drop
      local.get $1
      local.get $4
      i64.store
      local.get $0
     end
     i32.const 0
     i32.ne
    end
   else
    i32.const 0
   end
   return
  end
  local.get $0
  local.get $6
  call $assembly/number/space/trimStart
  local.tee $0
  local.get $6
  call $assembly/number/space/trimEnd
  local.set $1
  local.get $0
  i32.const 1
  i32.add
  local.get $0
  local.get $0
  local.get $1
  i32.lt_u
  if (result i32)
   local.get $0
   i32.load8_u
   i32.const 118
   i32.eq
  else
   i32.const 0
  end
  select
  local.tee $0
  local.set $3
  block $__inlined_func$assembly/flags/semver/parseNumeric$1045 (result i32)
   loop $for-loop|03
    local.get $0
    local.get $1
    i32.lt_u
    if (result i32)
     local.get $0
     i32.load8_u
     i32.const 48
     i32.sub
     i32.const 9
     i32.le_u
    else
     i32.const 0
    end
    if
     i32.const 0
     local.get $0
     i64.load8_u
     i64.const 48
     i64.sub
     local.get $4
     i64.const 10
     i64.mul
     i64.add
     local.tee $4
     i64.const 9007199254740991
     i64.gt_u
     br_if $__inlined_func$assembly/flags/semver/parseNumeric$1045
     drop
     local.get $0
     i32.const 1
     i32.add
     local.set $0
     br $for-loop|03
    end
   end
   i32.const 0
   local.get $0
   local.get $3
   i32.eq
   if (result i32)
    i32.const 1
   else
    local.get $0
    local.get $3
    i32.sub
    i32.const 1
    i32.gt_u
    if (result i32)
     local.get $3
     i32.load8_u
     i32.const 48
     i32.eq
    else
     i32.const 0
    end
   end
   br_if $__inlined_func$assembly/flags/semver/parseNumeric$1045
   drop
   local.get $2
   local.get $4
   i64.store
   local.get $0
  end
  local.tee $0
  i32.eqz
  local.get $0
  local.get $1
  i32.ge_u
  i32.or
  if (result i32)
   i32.const 1
  else
   local.get $0
   i32.load8_u
   i32.const 46
   i32.ne
  end
  if
   i32.const 0
   return
  end
  local.get $2
  i32.const 8
  i32.add
  local.set $3
  i64.const 0
  local.set $4
  local.get $0
  i32.const 1
  i32.add
  local.tee $0
  local.set $5
  block $__inlined_func$assembly/flags/semver/parseNumeric$1046 (result i32)
   loop $for-loop|05
    local.get $0
    local.get $1
    i32.lt_u
    if (result i32)
     local.get $0
     i32.load8_u
     i32.const 48
     i32.sub
     i32.const 9
     i32.le_u
    else
     i32.const 0
    end
    if
     i32.const 0
     local.get $0
     i64.load8_u
     i64.const 48
     i64.sub
     local.get $4
     i64.const 10
     i64.mul
     i64.add
     local.tee $4
     i64.const 9007199254740991
     i64.gt_u
     br_if $__inlined_func$assembly/flags/semver/parseNumeric$1046
     drop
     local.get $0
     i32.const 1
     i32.add
     local.set $0
     br $for-loop|05
    end
   end
   i32.const 0
   local.get $0
   local.get $5
   i32.eq
   if (result i32)
    i32.const 1
   else
    local.get $0
    local.get $5
    i32.sub
    i32.const 1
    i32.gt_u
    if (result i32)
     local.get $5
     i32.load8_u
     i32.const 48
     i32.eq
    else
     i32.const 0
    end
   end
   br_if $__inlined_func$assembly/flags/semver/parseNumeric$1046
   drop
   local.get $3
   local.get $4
   i64.store
   local.get $0
  end
  local.tee $0
  i32.eqz
  local.get $0
  local.get $1
  i32.ge_u
  i32.or
  if (result i32)
   i32.const 1
  else
   local.get $0
   i32.load8_u
   i32.const 46
   i32.ne
  end
  if
   i32.const 0
   return
  end
  local.get $2
  i32.const 16
  i32.add
  local.set $3
  i64.const 0
  local.set $4
  local.get $0
  i32.const 1
  i32.add
  local.tee $0
  local.set $5
  block $__inlined_func$assembly/flags/semver/parseNumeric$1047 (result i32)
   loop $for-loop|07
    local.get $0
    local.get $1
    i32.lt_u
    if (result i32)
     local.get $0
     i32.load8_u
     i32.const 48
     i32.sub
     i32.const 9
     i32.le_u
    else
     i32.const 0
    end
    if
     i32.const 0
     local.get $0
     i64.load8_u
     i64.const 48
     i64.sub
     local.get $4
     i64.const 10
     i64.mul
     i64.add
     local.tee $4
     i64.const 9007199254740991
     i64.gt_u
     br_if $__inlined_func$assembly/flags/semver/parseNumeric$1047
     drop
     local.get $0
     i32.const 1
     i32.add
     local.set $0
     br $for-loop|07
    end
   end
   i32.const 0
   local.get $0
   local.get $5
   i32.eq
   if (result i32)
    i32.const 1
   else
    local.get $0
    local.get $5
    i32.sub
    i32.const 1
    i32.gt_u
    if (result i32)
     local.get $5
     i32.load8_u
     i32.const 48
     i32.eq
    else
     i32.const 0
    end
   end
   br_if $__inlined_func$assembly/flags/semver/parseNumeric$1047
   drop
   local.get $3
   local.get $4
   i64.store
   local.get $0
  end
  local.tee $0
  i32.eqz
  if
   i32.const 0
   return
  end
  local.get $0
  local.get $1
  i32.lt_u
  if (result i32)
   local.get $0
   i32.load8_u
   i32.const 45
   i32.eq
  else
   i32.const 0
  end
  if
   local.get $2
   local.get $0
   i32.const 1
   i32.add
   local.tee $0
   i32.store offset=24
   local.get $0
   local.get $1
   i32.const 1
   call $assembly/flags/semver/parseIdentifiers
   local.tee $0
   i32.eqz
   if
    i32.const 0
    return
   end
   local.get $2
   local.get $0
   i32.store offset=28
  end
  local.get $0
  local.get $1
  i32.lt_u
  if (result i32)
   local.get $0
   i32.load8_u
   i32.const 43
   i32.eq
  else
   i32.const 0
  end
  if (result i32)
   local.get $0
   i32.const 1
   i32.add
   local.get $1
   i32.const 0
   call $assembly/flags/semver/parseIdentifiers
  else
   local.get $0
  end
  local.get $1
  i32.eq
 )
 (func $assembly/flags/semver/parseIdentifiers (param $0 i32) (param $1 i32) (param $2 i32) (result i32)
  (local $3 i32)
  (local $4 i32)
  (local $5 i32)
  (local $6 i32)
  loop $while-continue|0
   local.get $0
   local.set $3
   i32.const 1
   local.set $4
   loop $for-loop|1
    local.get $0
    local.get $1
    i32.lt_u
    if (result i32)
     local.get $0
     i32.load8_u
     local.tee $5
     i32.const 45
     i32.eq
     local.set $6
     local.get $5
     i32.const 48
     i32.sub
     i32.const 9
     i32.le_u
     if (result i32)
      i32.const 1
     else
      local.get $5
      i32.const 32
      i32.or
      i32.const 97
      i32.sub
      i32.const 25
      i32.le_u
     end
     local.get $6
     i32.or
    else
     i32.const 0
    end
    if
     local.get $4
     i32.const 0
     local.get $0
     i32.load8_u
     i32.const 48
     i32.sub
     i32.const 9
     i32.le_u
     select
     local.set $4
     local.get $0
     i32.const 1
     i32.add
     local.set $0
     br $for-loop|1
    end
   end
   local.get $0
   local.get $3
   i32.eq
   if
    i32.const 0
    return
   end
   local.get $0
   local.get $3
   i32.sub
   i32.const 1
   i32.gt_u
   i32.const 0
   local.get $4
   i32.const 0
   local.get $2
   select
   select
   if (result i32)
    local.get $3
    i32.load8_u
    i32.const 48
    i32.eq
   else
    i32.const 0
   end
   if
    i32.const 0
    return
   end
   local.get $0
   local.get $1
   i32.ge_u
   if (result i32)
    i32.const 1
   else
    local.get $0
    i32.load8_u
    i32.const 46
    i32.ne
   end
   i32.eqz
   if
    local.get $0
    i32.const 1
    i32.add
    local.set $0
    br $while-continue|0
   end
  end
  local.get $0
 )
 (func $assembly/flags/property/getPath (param $0 i32) (param $1 i64) (param $2 i32) (param $3 i32) (result i64)
  (local $4 i32)
  (local $5 i32)
  (local $6 i32)
  local.get $2
  i32.load
  local.set $5
  loop $for-loop|0
   local.get $4
   local.get $5
   i32.lt_u
   if
    local.get $1
    i64.const 48
    i64.shr_u
    i32.wrap_i64
    i32.const 65533
    i32.ge_u
    if
     i64.const -562949953421312
     return
    end
    local.get $0
    local.get $1
    local.get $3
    local.get $2
    i32.const 8
    i32.add
    local.get $4
    i32.const 3
    i32.shl
    i32.add
    i64.load
    i32.wrap_i64
    i32.add
    local.tee $6
    i32.const 8
    i32.add
    local.get $6
    i32.load
    call $assembly/flags/property/getProperty
    local.set $1
    local.get $4
    i32.const 1
    i32.add
    local.set $4
    br $for-loop|0
   end
  end
  local.get $1
 )
 (func $assembly/flags/membership/contains (param $0 i32) (param $1 i64) (param $2 i64) (result i32)
  (local $3 f64)
  (local $4 i32)
  (local $5 i32)
  (local $6 i32)
  (local $7 i32)
  local.get $2
  i64.const 48
  i64.shr_u
  i32.wrap_i64
  local.tee $4
  i32.const 65530
  i32.eq
  if
   local.get $1
   local.get $2
   i32.wrap_i64
   i32.const 0
   call $assembly/flags/membership/isInArray
   return
  end
  local.get $4
  i32.const 65531
  i32.ne
  if (result i32)
   block $__inlined_func$assembly/flags/value/isTruthy (result i32)
    local.get $2
    i64.const 1
    i64.and
    i32.wrap_i64
    local.get $2
    i64.const 48
    i64.shr_u
    i32.wrap_i64
    local.tee $5
    i32.const 65532
    i32.eq
    br_if $__inlined_func$assembly/flags/value/isTruthy
    drop
    local.get $5
    i32.const 65529
    i32.lt_u
    if
     local.get $2
     f64.reinterpret_i64
     local.tee $3
     local.get $3
     f64.eq
     local.get $3
     f64.const 0
     f64.ne
     i32.and
     br $__inlined_func$assembly/flags/value/isTruthy
    end
    block $folding-inner0
     block $tablify|0
      local.get $5
      i32.const 65529
      i32.sub
      br_table $folding-inner0 $folding-inner0 $folding-inner0 $tablify|0
     end
     i32.const 0
     br $__inlined_func$assembly/flags/value/isTruthy
    end
    local.get $2
    i32.wrap_i64
    i32.load
    i32.const 0
    i32.ne
   end
  else
   i32.const 1
  end
  i32.eqz
  if
   i32.const 0
   return
  end
  local.get $4
  i32.const 65529
  i32.ne
  if
   i32.const 2
   return
  end
  local.get $2
  i32.wrap_i64
  local.tee $4
  i32.const 8
  i32.add
  local.set $6
  local.get $4
  i32.load
  local.set $7
  block $__inlined_func$assembly/flags/membership/isInString$1325 (result i32)
   local.get $1
   i64.const 48
   i64.shr_u
   i32.wrap_i64
   i32.const 65529
   i32.eq
   if
    local.get $6
    local.get $7
    local.get $1
    i32.wrap_i64
    local.tee $0
    i32.const 8
    i32.add
    local.get $0
    i32.load
    call $assembly/flags/text/containsText
    br $__inlined_func$assembly/flags/membership/isInString$1325
   end
   local.get $0
   i32.const 28992
   i32.add
   local.set $4
   local.get $1
   i64.const 48
   i64.shr_u
   i32.wrap_i64
   i32.const 65533
   i32.ge_u
   if
    local.get $4
    i32.const 1819047278
    i32.store
    local.get $6
    local.get $7
    local.get $4
    i32.const 4
    call $assembly/flags/text/containsText
    br $__inlined_func$assembly/flags/membership/isInString$1325
   end
   local.get $1
   local.get $0
   i32.load offset=64
   local.tee $5
   local.get $0
   i32.load offset=24
   local.get $4
   i32.const 0
   call $assembly/flags/to-text/writeText
   local.tee $0
   if (result i32)
    local.get $6
    local.get $7
    local.get $5
    local.get $0
    local.get $5
    i32.sub
    call $assembly/flags/text/containsText
   else
    i32.const 2
   end
  end
 )
 (func $assembly/flags/lists/missingSome (param $0 i32) (param $1 i64) (param $2 i64) (param $3 i64) (result i64)
  (local $4 i32)
  (local $5 i32)
  local.get $3
  i64.const 48
  i64.shr_u
  i32.wrap_i64
  i32.const 65530
  i32.ne
  if
   i64.const 9221120237057474562
   return
  end
  local.get $3
  i32.wrap_i64
  local.tee $5
  i32.load
  local.set $4
  local.get $0
  local.get $1
  local.get $5
  i32.const 8
  i32.add
  local.get $4
  call $assembly/flags/lists/missing
  local.tee $1
  i64.const -256
  i64.and
  i64.const 9221120237057474560
  i64.eq
  if (result i64)
   local.get $1
  else
   local.get $0
   local.get $2
   local.get $1
   local.get $4
   call $assembly/flags/lists/unlessEnough
  end
 )
 (func $assembly/flags/lists/merge (param $0 i32) (param $1 i32) (param $2 i32) (result i64)
  (local $3 i32)
  (local $4 i32)
  (local $5 i64)
  (local $6 i32)
  (local $7 i32)
  (local $8 i32)
  loop $for-loop|0
   local.get $2
   local.get $4
   i32.gt_u
   if
    local.get $1
    local.get $4
    i32.const 3
    i32.shl
    i32.add
    i64.load
    local.tee $5
    i64.const 48
    i64.shr_u
    i32.wrap_i64
    i32.const 65530
    i32.eq
    if (result i32)
     local.get $5
     i32.wrap_i64
     i32.load
    else
     i32.const 1
    end
    local.get $6
    i32.add
    local.tee $6
    local.get $0
    i32.load offset=24
    local.get $0
    i32.load offset=64
    i32.sub
    i32.const 3
    i32.shr_u
    i32.gt_u
    if
     i64.const 9221120237057474563
     return
    end
    local.get $4
    i32.const 1
    i32.add
    local.set $4
    br $for-loop|0
   end
  end
  local.get $6
  local.get $0
  i32.load offset=24
  local.get $0
  i32.load offset=64
  i32.sub
  i32.const 3
  i32.shr_u
  i32.gt_u
  if
   i32.const 0
   local.set $0
  else
   local.get $6
   i32.const 3
   i32.shl
   i32.const 8
   i32.add
   i64.extend_i32_u
   i64.const 7
   i64.add
   i64.const -8
   i64.and
   local.tee $5
   local.get $0
   local.tee $3
   i64.load32_u offset=24
   local.get $0
   i32.load offset=64
   local.tee $0
   i64.extend_i32_u
   i64.sub
   i64.gt_u
   if
    i32.const 0
    local.set $0
   else
    local.get $3
    local.get $0
    local.get $5
    i32.wrap_i64
    i32.add
    i32.store offset=64
   end
   local.get $0
   if
    local.get $0
    i64.const 0
    i64.store
   end
  end
  local.get $0
  i32.eqz
  if
   i64.const 9221120237057474563
   return
  end
  local.get $0
  local.tee $3
  i32.const 8
  i32.add
  local.set $0
  i32.const 0
  local.set $4
  loop $for-loop|1
   local.get $2
   local.get $4
   i32.gt_u
   if
    local.get $1
    local.get $4
    i32.const 3
    i32.shl
    i32.add
    i64.load
    local.tee $5
    i64.const 48
    i64.shr_u
    i32.wrap_i64
    i32.const 65530
    i32.eq
    if (result i32)
     local.get $5
     i32.wrap_i64
     local.tee $8
     i32.load
     i32.const 3
     i32.shl
     local.set $7
     local.get $0
     local.get $8
     i32.const 8
     i32.add
     local.get $7
     memory.copy
     local.get $0
     local.get $7
     i32.add
    else
     local.get $0
     local.get $5
     i64.store
     local.get $0
     i32.const 8
     i32.add
    end
    local.set $0
    local.get $4
    i32.const 1
    i32.add
    local.set $4
    br $for-loop|1
   end
  end
  local.get $3
  local.get $6
  i32.store
  local.get $3
  i64.extend_i32_u
  i64.const -1688849860263936
  i64.or
 )
 (func $assembly/flags/lists/makeObject (param $0 i32) (param $1 i32) (param $2 i32) (result i64)
  (local $3 i64)
  (local $4 i32)
  (local $5 i32)
  (local $6 i32)
  local.get $2
  i32.const 4
  i32.shl
  i32.const 8
  i32.add
  i64.extend_i32_u
  i64.const 7
  i64.add
  i64.const -8
  i64.and
  local.tee $3
  local.get $0
  i64.load32_u offset=24
  local.get $0
  i32.load offset=64
  local.tee $4
  i64.extend_i32_u
  i64.sub
  i64.gt_u
  if (result i32)
   i32.const 0
  else
   local.get $0
   local.get $4
   local.get $3
   i32.wrap_i64
   i32.add
   i32.store offset=64
   local.get $4
  end
  local.tee $4
  i32.eqz
  if
   i64.const 9221120237057474563
   return
  end
  i32.const 0
  local.set $0
  loop $for-loop|0
   local.get $0
   local.get $2
   i32.lt_u
   if
    local.get $0
    i32.const 4
    i32.shl
    local.tee $5
    local.get $4
    i32.add
    local.set $6
    local.get $1
    local.get $5
    i32.add
    local.tee $5
    i64.load
    i64.const 48
    i64.shr_u
    i32.wrap_i64
    i32.const 65529
    i32.ne
    if
     i64.const 9221120237057474562
     return
    end
    local.get $6
    local.get $5
    i64.load
    i64.store offset=8
    local.get $6
    local.get $5
    i64.load offset=8
    i64.store offset=16
    local.get $0
    i32.const 1
    i32.add
    local.set $0
    br $for-loop|0
   end
  end
  local.get $4
  local.get $2
  i32.store
  local.get $4
  local.get $2
  i32.store offset=4
  local.get $4
  i64.extend_i32_u
  i64.const -1407374883553280
  i64.or
 )
 (func $assembly/flags/iterate/startLoop (param $0 i32) (param $1 i32) (param $2 i32) (result i64)
  (local $3 i64)
  (local $4 i32)
  (local $5 f64)
  (local $6 i32)
  (local $7 i32)
  local.get $2
  f64.load
  local.set $5
  local.get $2
  i64.load
  local.tee $3
  i64.const 48
  i64.shr_u
  i32.wrap_i64
  i32.const 65530
  i32.eq
  if
   local.get $3
   i32.wrap_i64
   i32.load
   local.set $4
  else
   local.get $3
   i64.const 48
   i64.shr_u
   i32.wrap_i64
   local.tee $6
   i32.const 65531
   i32.eq
   local.get $6
   i32.const 65530
   i32.eq
   i32.or
   if (result i32)
    i32.const 1
   else
    block $__inlined_func$assembly/flags/value/isTruthy$3 (result i32)
     local.get $3
     i64.const 1
     i64.and
     i32.wrap_i64
     local.get $3
     i64.const 48
     i64.shr_u
     i32.wrap_i64
     local.tee $6
     i32.const 65532
     i32.eq
     br_if $__inlined_func$assembly/flags/value/isTruthy$3
     drop
     local.get $5
     local.get $5
     f64.eq
     local.get $5
     f64.const 0
     f64.ne
     i32.and
     local.get $6
     i32.const 65529
     i32.lt_u
     br_if $__inlined_func$assembly/flags/value/isTruthy$3
     drop
     block $folding-inner0
      block $tablify|0
       local.get $6
       i32.const 65529
       i32.sub
       br_table $folding-inner0 $folding-inner0 $folding-inner0 $tablify|0
      end
      i32.const 0
      br $__inlined_func$assembly/flags/value/isTruthy$3
     end
     local.get $3
     i32.wrap_i64
     i32.load
    end
   end
   if
    i64.const 9221120237057474562
    return
   end
  end
  local.get $4
  i32.const 1024
  i32.gt_u
  if
   i64.const 9221120237057474564
   return
  end
  local.get $3
  i32.wrap_i64
  i32.const 8
  i32.add
  local.set $7
  local.get $1
  i32.const 6
  i32.eq
  local.get $4
  i32.const 0
  i32.ne
  i32.and
  if (result i32)
   local.get $2
   local.get $7
   i64.load
   i64.store offset=8
   local.get $4
   i32.const 1
   i32.eq
   if
    local.get $2
    local.get $7
    i64.load
    i64.store
    i64.const 1
    return
   end
   i32.const 1
  else
   i32.const 0
  end
  local.set $6
  local.get $4
  i32.eqz
  if
   block $__inlined_func$assembly/flags/iterate/emptyResult$1066 (result i64)
    block $case6|0
     block $case5|0
      block $case4|0
       block $case2|0
        block $case0|0
         local.get $1
         br_table $case0|0 $case0|0 $case2|0 $case2|0 $case4|0 $case5|0 $case6|0
        end
        local.get $0
        i32.load offset=24
        drop
        local.get $0
        i64.load32_u offset=24
        local.get $0
        i32.load offset=64
        local.tee $1
        i64.extend_i32_u
        i64.sub
        i64.const 8
        i64.lt_u
        if (result i32)
         i32.const 0
        else
         local.get $0
         local.get $1
         i32.const 8
         i32.add
         i32.store offset=64
         local.get $1
        end
        local.tee $0
        if
         local.get $0
         i64.const 0
         i64.store
        end
        local.get $0
        i64.extend_i32_u
        i64.const -1688849860263936
        i64.or
        i64.const 9221120237057474563
        local.get $0
        select
        br $__inlined_func$assembly/flags/iterate/emptyResult$1066
       end
       i64.const -1125899906842624
       br $__inlined_func$assembly/flags/iterate/emptyResult$1066
      end
      i64.const -1125899906842623
      br $__inlined_func$assembly/flags/iterate/emptyResult$1066
     end
     local.get $2
     i64.load offset=8
     br $__inlined_func$assembly/flags/iterate/emptyResult$1066
    end
    i64.const 9221120237057474562
   end
   local.tee $3
   i64.const 9221120237057474562
   i64.eq
   local.get $3
   i64.const 9221120237057474563
   i64.eq
   i32.or
   if (result i64)
    local.get $3
   else
    local.get $2
    local.get $3
    i64.store
    i64.const 1
   end
   return
  end
  local.get $1
  i32.eqz
  local.get $1
  i32.const 1
  i32.eq
  i32.or
  if
   local.get $4
   local.get $0
   i32.load offset=24
   local.get $0
   i32.load offset=64
   local.tee $1
   i32.sub
   i32.const 3
   i32.shr_u
   i32.gt_u
   if
    i32.const 0
    local.set $1
   else
    local.get $4
    i32.const 3
    i32.shl
    i32.const 8
    i32.add
    i64.extend_i32_u
    i64.const 7
    i64.add
    i64.const -8
    i64.and
    local.tee $3
    local.get $0
    i64.load32_u offset=24
    local.get $1
    i64.extend_i32_u
    i64.sub
    i64.gt_u
    if
     i32.const 0
     local.set $1
    else
     local.get $0
     local.get $1
     local.get $3
     i32.wrap_i64
     i32.add
     i32.store offset=64
    end
    local.get $1
    if
     local.get $1
     i64.const 0
     i64.store
    end
   end
   local.get $1
   i32.eqz
   if
    i64.const 9221120237057474563
    return
   end
   local.get $2
   local.get $1
   i64.extend_i32_u
   i64.const -1688849860263936
   i64.or
   i64.store offset=8
  else
   local.get $1
   i32.const 5
   i32.lt_u
   if
    local.get $2
    i64.const -844424930131968
    i64.store offset=8
   end
  end
  local.get $2
  local.get $6
  i64.extend_i32_u
  local.get $0
  i64.load32_u offset=64
  i64.const 32
  i64.shl
  i64.or
  i64.store offset=16
  local.get $2
  local.get $7
  local.get $6
  i32.const 3
  i32.shl
  i32.add
  i64.load
  i64.store offset=24
  i64.const 0
 )
 (func $assembly/flags/iterate/nextItem (param $0 i32) (param $1 i32) (param $2 i32) (result i64)
  (local $3 i64)
  (local $4 f64)
  (local $5 i64)
  (local $6 i32)
  local.get $2
  f64.load offset=32
  local.set $4
  local.get $2
  i64.load offset=32
  local.set $3
  local.get $2
  i64.load offset=16
  local.set $5
  local.get $1
  i32.const 5
  i32.lt_u
  i32.const 0
  local.get $1
  select
  if
   local.get $0
   local.get $5
   i64.const 32
   i64.shr_u
   i64.store32 offset=64
  end
  block $break|0
   block $case5|0
    block $case3|0
     block $case2|0
      block $case1|0
       block $case0|0
        local.get $1
        br_table $case0|0 $case1|0 $case2|0 $case3|0 $case3|0 $case5|0
       end
       local.get $2
       i64.load offset=8
       i32.wrap_i64
       local.tee $0
       i32.load
       local.set $6
       local.get $0
       i32.const 8
       i32.add
       local.get $6
       i32.const 3
       i32.shl
       i32.add
       local.get $3
       i64.store
       local.get $0
       local.get $6
       i32.const 1
       i32.add
       i32.store
       br $break|0
      end
      block $__inlined_func$assembly/flags/value/isTruthy$12 (result i32)
       local.get $3
       i64.const 1
       i64.and
       i32.wrap_i64
       local.get $3
       i64.const 48
       i64.shr_u
       i32.wrap_i64
       local.tee $0
       i32.const 65532
       i32.eq
       br_if $__inlined_func$assembly/flags/value/isTruthy$12
       drop
       local.get $4
       local.get $4
       f64.eq
       local.get $4
       f64.const 0
       f64.ne
       i32.and
       local.get $0
       i32.const 65529
       i32.lt_u
       br_if $__inlined_func$assembly/flags/value/isTruthy$12
       drop
       block $folding-inner0
        block $tablify|0
         local.get $0
         i32.const 65529
         i32.sub
         br_table $folding-inner0 $folding-inner0 $folding-inner0 $tablify|0
        end
        i32.const 0
        br $__inlined_func$assembly/flags/value/isTruthy$12
       end
       local.get $3
       i32.wrap_i64
       i32.load
      end
      if
       local.get $2
       i64.load offset=8
       i32.wrap_i64
       local.tee $0
       i32.load
       local.set $6
       local.get $0
       i32.const 8
       i32.add
       local.get $6
       i32.const 3
       i32.shl
       i32.add
       local.get $2
       i64.load offset=24
       i64.store
       local.get $0
       local.get $6
       i32.const 1
       i32.add
       i32.store
      end
      br $break|0
     end
     block $__inlined_func$assembly/flags/value/isTruthy$13 (result i32)
      local.get $3
      i64.const 1
      i64.and
      i32.wrap_i64
      local.get $3
      i64.const 48
      i64.shr_u
      i32.wrap_i64
      local.tee $0
      i32.const 65532
      i32.eq
      br_if $__inlined_func$assembly/flags/value/isTruthy$13
      drop
      local.get $4
      local.get $4
      f64.eq
      local.get $4
      f64.const 0
      f64.ne
      i32.and
      local.get $0
      i32.const 65529
      i32.lt_u
      br_if $__inlined_func$assembly/flags/value/isTruthy$13
      drop
      block $folding-inner00
       block $tablify|01
        local.get $0
        i32.const 65529
        i32.sub
        br_table $folding-inner00 $folding-inner00 $folding-inner00 $tablify|01
       end
       i32.const 0
       br $__inlined_func$assembly/flags/value/isTruthy$13
      end
      local.get $3
      i32.wrap_i64
      i32.load
      i32.const 0
      i32.ne
     end
     i32.eqz
     if
      local.get $2
      i64.const -1125899906842624
      i64.store
      i64.const 1
      return
     end
     br $break|0
    end
    block $__inlined_func$assembly/flags/value/isTruthy$14 (result i32)
     local.get $3
     i64.const 1
     i64.and
     i32.wrap_i64
     local.get $3
     i64.const 48
     i64.shr_u
     i32.wrap_i64
     local.tee $0
     i32.const 65532
     i32.eq
     br_if $__inlined_func$assembly/flags/value/isTruthy$14
     drop
     local.get $4
     local.get $4
     f64.eq
     local.get $4
     f64.const 0
     f64.ne
     i32.and
     local.get $0
     i32.const 65529
     i32.lt_u
     br_if $__inlined_func$assembly/flags/value/isTruthy$14
     drop
     block $folding-inner02
      block $tablify|03
       local.get $0
       i32.const 65529
       i32.sub
       br_table $folding-inner02 $folding-inner02 $folding-inner02 $tablify|03
      end
      i32.const 0
      br $__inlined_func$assembly/flags/value/isTruthy$14
     end
     local.get $3
     i32.wrap_i64
     i32.load
    end
    if
     local.get $2
     local.get $1
     i32.const 3
     i32.eq
     i64.extend_i32_u
     i64.const -1125899906842624
     i64.or
     i64.store
     i64.const 1
     return
    end
    br $break|0
   end
   local.get $2
   local.get $3
   i64.store offset=8
  end
  local.get $5
  i32.wrap_i64
  i32.const 1
  i32.add
  local.tee $0
  local.get $2
  i64.load
  i32.wrap_i64
  local.tee $6
  i32.load
  i32.ge_u
  if
   local.get $1
   i32.const 4
   i32.eq
   local.get $1
   i32.const 2
   i32.eq
   i32.or
   if
    local.get $2
    i64.const -1125899906842623
    i64.store
    i64.const 1
    return
   end
   local.get $2
   local.get $1
   i32.const 3
   i32.eq
   if (result i64)
    i64.const -1125899906842624
   else
    local.get $2
    i64.load offset=8
   end
   i64.store
   i64.const 1
   return
  end
  local.get $2
  local.get $0
  i32.store offset=16
  local.get $2
  local.get $6
  i32.const 8
  i32.add
  local.get $0
  i32.const 3
  i32.shl
  i32.add
  i64.load
  i64.store offset=24
  i64.const 0
 )
 (func $assembly/flags/fractional/pickComputed (param $0 i32) (param $1 i32) (param $2 i32) (param $3 i32) (result i64)
  (local $4 f64)
  (local $5 i64)
  (local $6 i32)
  (local $7 i32)
  (local $8 f64)
  (local $9 f64)
  (local $10 i64)
  (local $11 f64)
  local.get $0
  local.get $1
  i32.const 4
  i32.shl
  i32.add
  local.set $6
  local.get $0
  local.set $1
  loop $for-loop|0
   local.get $1
   local.get $6
   i32.lt_u
   if
    local.get $1
    f64.load offset=8
    local.set $8
    local.get $1
    i64.load
    i64.const 48
    i64.shr_u
    i32.wrap_i64
    local.tee $7
    i32.const 65530
    i32.eq
    block $__inlined_func$assembly/flags/fractional/weightOf$1053 (result i64)
     i64.const -1
     local.get $1
     i64.load offset=8
     i64.const -1970324836974592
     i64.ge_u
     br_if $__inlined_func$assembly/flags/fractional/weightOf$1053
     drop
     i64.const -1
     local.get $8
     f64.abs
     f64.const inf
     f64.eq
     local.get $8
     f64.floor
     local.get $8
     f64.ne
     i32.or
     br_if $__inlined_func$assembly/flags/fractional/weightOf$1053
     drop
     i64.const 0
     local.get $8
     f64.const 0
     f64.le
     br_if $__inlined_func$assembly/flags/fractional/weightOf$1053
     drop
     i64.const 2147483648
     local.get $8
     i64.trunc_sat_f64_s
     local.get $8
     f64.const 2147483647
     f64.gt
     select
    end
    local.tee $10
    i64.const 0
    i64.lt_s
    i32.or
    local.get $7
    i32.const 65531
    i32.eq
    i32.or
    if
     i64.const -844424930131968
     return
    end
    local.get $5
    local.get $10
    i64.add
    local.set $5
    local.get $1
    i32.const 16
    i32.add
    local.set $1
    br $for-loop|0
   end
  end
  local.get $5
  i64.const 2147483647
  i64.gt_s
  if
   i64.const -844424930131968
   return
  end
  local.get $3
  if (result i32)
   local.get $3
   i32.load offset=20
   i32.const 1
   i32.eq
  else
   i32.const 0
  end
  if
   local.get $5
   f64.convert_i64_s
   local.set $11
   i32.const 0
   local.get $2
   i32.sub
   local.get $2
   local.get $2
   i32.const 0
   i32.lt_s
   select
   f64.convert_i32_u
   f64.const 2147483647
   f64.div
   f64.const 100
   f64.mul
   local.set $8
   block $__inlined_func$assembly/flags/fractional/pickFirst$168 (result i64)
    loop $for-loop|00
     local.get $0
     local.get $6
     i32.lt_u
     if
      local.get $11
      f64.const 0
      f64.gt
      if
       local.get $0
       f64.load offset=8
       local.set $9
       local.get $4
       block $__inlined_func$assembly/flags/fractional/weightOf$1054 (result i64)
        i64.const -1
        local.get $0
        i64.load offset=8
        i64.const -1970324836974592
        i64.ge_u
        br_if $__inlined_func$assembly/flags/fractional/weightOf$1054
        drop
        i64.const -1
        local.get $9
        f64.abs
        f64.const inf
        f64.eq
        local.get $9
        f64.floor
        local.get $9
        f64.ne
        i32.or
        br_if $__inlined_func$assembly/flags/fractional/weightOf$1054
        drop
        i64.const 0
        local.get $9
        f64.const 0
        f64.le
        br_if $__inlined_func$assembly/flags/fractional/weightOf$1054
        drop
        i64.const 2147483648
        local.get $9
        i64.trunc_sat_f64_s
        local.get $9
        f64.const 2147483647
        f64.gt
        select
       end
       f64.convert_i64_s
       f64.const 100
       f64.mul
       local.get $11
       f64.div
       f64.add
       local.set $4
      end
      local.get $4
      local.get $8
      f64.gt
      if
       local.get $0
       i64.load
       br $__inlined_func$assembly/flags/fractional/pickFirst$168
      end
      local.get $0
      i32.const 16
      i32.add
      local.set $0
      br $for-loop|00
     end
    end
    i64.const -844424930131968
   end
   return
  end
  local.get $2
  i64.extend_i32_u
  local.get $5
  i32.wrap_i64
  i64.extend_i32_u
  i64.mul
  i64.const 32
  i64.shr_u
  local.set $10
  i64.const 0
  local.set $5
  loop $for-loop|1
   local.get $0
   local.get $6
   i32.lt_u
   if
    local.get $0
    f64.load offset=8
    local.set $4
    local.get $10
    block $__inlined_func$assembly/flags/fractional/weightOf$1055 (result i64)
     i64.const -1
     local.get $0
     i64.load offset=8
     i64.const -1970324836974592
     i64.ge_u
     br_if $__inlined_func$assembly/flags/fractional/weightOf$1055
     drop
     i64.const -1
     local.get $4
     f64.abs
     f64.const inf
     f64.eq
     local.get $4
     f64.floor
     local.get $4
     f64.ne
     i32.or
     br_if $__inlined_func$assembly/flags/fractional/weightOf$1055
     drop
     i64.const 0
     local.get $4
     f64.const 0
     f64.le
     br_if $__inlined_func$assembly/flags/fractional/weightOf$1055
     drop
     i64.const 2147483648
     local.get $4
     i64.trunc_sat_f64_s
     local.get $4
     f64.const 2147483647
     f64.gt
     select
    end
    local.get $5
    i64.add
    local.tee $5
    i64.lt_s
    if
     local.get $0
     i64.load
     return
    end
    local.get $0
    i32.const 16
    i32.add
    local.set $0
    br $for-loop|1
   end
  end
  i64.const -844424930131968
 )
 (func $assembly/flags/cbor/writeString (param $0 i32) (param $1 i32) (param $2 i32) (result i32)
  (local $3 i32)
  i32.const 96
  local.get $0
  i32.load
  local.tee $3
  i64.extend_i32_u
  local.get $1
  local.get $2
  call $assembly/flags/cbor/writeHead
  local.tee $1
  i32.eqz
  local.get $3
  local.get $2
  local.get $1
  i32.sub
  i32.gt_u
  i32.or
  if
   i32.const 0
   return
  end
  local.get $1
  local.get $0
  i32.const 8
  i32.add
  local.get $3
  memory.copy
  local.get $1
  local.get $3
  i32.add
 )
 (func $assembly/flags/cbor/isBefore (param $0 i32) (param $1 i32) (result i32)
  (local $2 i32)
  (local $3 i32)
  (local $4 i32)
  (local $5 i32)
  local.get $0
  i32.load
  local.tee $2
  local.get $1
  i32.load
  local.tee $3
  i32.ne
  if
   local.get $2
   local.get $3
   i32.lt_u
   return
  end
  local.get $0
  i32.const 8
  i32.add
  local.set $3
  i32.const 0
  local.set $0
  block $~lib/util/memory/memcmp|inlined.0
   local.get $3
   local.get $1
   i32.const 8
   i32.add
   local.tee $1
   i32.eq
   br_if $~lib/util/memory/memcmp|inlined.0
   local.get $3
   i32.const 7
   i32.and
   local.get $1
   i32.const 7
   i32.and
   i32.eq
   if
    loop $while-continue|0
     local.get $3
     i32.const 7
     i32.and
     if
      i32.const 0
      local.set $0
      local.get $2
      i32.eqz
      br_if $~lib/util/memory/memcmp|inlined.0
      local.get $3
      i32.load8_u
      local.tee $4
      local.get $1
      i32.load8_u
      local.tee $5
      i32.sub
      local.set $0
      local.get $4
      local.get $5
      i32.ne
      br_if $~lib/util/memory/memcmp|inlined.0
      local.get $2
      i32.const 1
      i32.sub
      local.set $2
      local.get $3
      i32.const 1
      i32.add
      local.set $3
      local.get $1
      i32.const 1
      i32.add
      local.set $1
      br $while-continue|0
     end
    end
    loop $while-continue|1
     local.get $2
     i32.const 8
     i32.ge_u
     if
      local.get $3
      i64.load
      local.get $1
      i64.load
      i64.eq
      if
       local.get $3
       i32.const 8
       i32.add
       local.set $3
       local.get $1
       i32.const 8
       i32.add
       local.set $1
       local.get $2
       i32.const 8
       i32.sub
       local.set $2
       br $while-continue|1
      end
     end
    end
   end
   loop $while-continue|2
    local.get $2
    local.tee $0
    i32.const 1
    i32.sub
    local.set $2
    local.get $0
    if
     local.get $3
     i32.load8_u
     local.tee $4
     local.get $1
     i32.load8_u
     local.tee $5
     i32.sub
     local.set $0
     local.get $4
     local.get $5
     i32.ne
     br_if $~lib/util/memory/memcmp|inlined.0
     local.get $3
     i32.const 1
     i32.add
     local.set $3
     local.get $1
     i32.const 1
     i32.add
     local.set $1
     br $while-continue|2
    end
   end
   i32.const 0
   local.set $0
  end
  local.get $0
  i32.const 0
  i32.lt_s
 )
 (func $assembly/flags/cbor/encodeUnitPair (param $0 i32) (param $1 i32) (result i64)
  (local $2 i64)
  (local $3 i32)
  (local $4 i32)
  (local $5 i32)
  (local $6 i32)
  local.get $1
  i64.load offset=8
  local.tee $2
  i64.const 48
  i64.shr_u
  i32.wrap_i64
  i32.const 65529
  i32.eq
  if (result i32)
   local.get $2
   i32.wrap_i64
   i32.load
  else
   i32.const 0
  end
  i32.eqz
  if
   i64.const -844424930131968
   return
  end
  local.get $0
  i32.load offset=24
  local.get $0
  i32.load offset=64
  i32.sub
  i32.const 8
  i32.lt_u
  if
   i64.const 9221120237057474563
   return
  end
  i32.const 128
  i64.const 2
  local.get $0
  i32.load offset=64
  local.tee $3
  i32.const 8
  i32.add
  local.tee $6
  local.get $0
  i32.load offset=24
  local.tee $5
  call $assembly/flags/cbor/writeHead
  local.set $4
  block $__inlined_func$assembly/flags/cbor/take$16 (result i64)
   i64.const 9221120237057474563
   local.get $2
   local.get $1
   i64.load
   local.get $4
   local.get $5
   i32.const 1
   call $assembly/flags/cbor/writeItem
   local.get $5
   i32.const 1
   call $assembly/flags/cbor/writeItem
   local.tee $1
   i32.eqz
   br_if $__inlined_func$assembly/flags/cbor/take$16
   drop
   local.get $1
   local.get $6
   i32.sub
   local.tee $4
   i32.const 8
   i32.add
   i64.extend_i32_u
   i64.const 7
   i64.add
   i64.const -8
   i64.and
   local.tee $2
   local.get $0
   i64.load32_u offset=24
   local.get $0
   i32.load offset=64
   local.tee $1
   i64.extend_i32_u
   i64.sub
   i64.gt_u
   if
    i32.const 0
    local.set $1
   else
    local.get $0
    local.get $1
    local.get $2
    i32.wrap_i64
    i32.add
    i32.store offset=64
   end
   i64.const 9221120237057474563
   local.get $1
   i32.eqz
   br_if $__inlined_func$assembly/flags/cbor/take$16
   drop
   local.get $3
   local.get $4
   i32.store
   local.get $3
   i32.const 0
   i32.store offset=4
   local.get $3
   i64.extend_i32_u
   i64.const -1970324836974592
   i64.or
  end
 )
 (func $assembly/flags/cbor/encodeUnit (param $0 i32) (param $1 i64) (result i64)
  (local $2 i32)
  (local $3 i32)
  (local $4 i32)
  local.get $1
  i64.const 48
  i64.shr_u
  i32.wrap_i64
  i32.const 65530
  i32.eq
  if (result i32)
   i32.const 1
  else
   local.get $1
   i64.const 48
   i64.shr_u
   i32.wrap_i64
   i32.const 65532
   i32.gt_u
  end
  if
   i64.const -844424930131968
   return
  end
  local.get $0
  i32.load offset=24
  local.get $0
  i32.load offset=64
  i32.sub
  i32.const 8
  i32.lt_u
  if (result i64)
   i64.const 9221120237057474563
  else
   block $__inlined_func$assembly/flags/cbor/take$15 (result i64)
    i64.const 9221120237057474563
    local.get $1
    local.get $0
    i32.load offset=64
    local.tee $3
    i32.const 8
    i32.add
    local.tee $2
    local.get $0
    i32.load offset=24
    i32.const 0
    call $assembly/flags/cbor/writeItem
    local.tee $4
    i32.eqz
    br_if $__inlined_func$assembly/flags/cbor/take$15
    drop
    local.get $4
    local.get $2
    i32.sub
    local.tee $4
    i32.const 8
    i32.add
    i64.extend_i32_u
    i64.const 7
    i64.add
    i64.const -8
    i64.and
    local.tee $1
    local.get $0
    local.tee $2
    i64.load32_u offset=24
    local.get $0
    i32.load offset=64
    local.tee $0
    i64.extend_i32_u
    i64.sub
    i64.gt_u
    if
     i32.const 0
     local.set $0
    else
     local.get $2
     local.get $0
     local.get $1
     i32.wrap_i64
     i32.add
     i32.store offset=64
    end
    i64.const 9221120237057474563
    local.get $0
    i32.eqz
    br_if $__inlined_func$assembly/flags/cbor/take$15
    drop
    local.get $3
    local.get $4
    i32.store
    local.get $3
    i32.const 0
    i32.store offset=4
    local.get $3
    i64.extend_i32_u
    i64.const -1970324836974592
    i64.or
   end
  end
 )
 (func $assembly/flags/arithmetic/arithmetic (param $0 i32) (param $1 i32) (param $2 i32) (param $3 i32) (result i64)
  (local $4 f64)
  (local $5 f64)
  (local $6 i64)
  (local $7 i32)
  (local $8 i32)
  (local $9 i64)
  (local $10 i32)
  (local $11 i64)
  (local $12 i64)
  (local $13 i64)
  (local $14 i64)
  local.get $0
  i32.const 6
  i32.eq
  local.get $0
  i32.const 5
  i32.eq
  i32.or
  if
   block $__inlined_func$assembly/flags/arithmetic/extreme$1063 (result i64)
    i64.const 9221120237057474562
    local.get $2
    i32.eqz
    br_if $__inlined_func$assembly/flags/arithmetic/extreme$1063
    drop
    f64.const nan:0x8000000000000
    local.set $4
    i32.const 0
    local.set $3
    loop $for-loop|0
     local.get $2
     local.get $3
     i32.gt_u
     if
      local.get $1
      local.get $3
      i32.const 3
      i32.shl
      i32.add
      local.tee $7
      f64.load
      local.set $5
      i64.const 9221120237057474562
      local.get $7
      i64.load
      i64.const -1970324836974592
      i64.ge_u
      br_if $__inlined_func$assembly/flags/arithmetic/extreme$1063
      drop
      local.get $3
      if (result f64)
       local.get $5
       local.get $4
       local.get $4
       local.get $5
       f64.gt
       local.get $4
       local.get $5
       f64.lt
       local.get $0
       i32.const 5
       i32.eq
       select
       select
      else
       local.get $5
      end
      local.set $4
      local.get $3
      i32.const 1
      i32.add
      local.set $3
      br $for-loop|0
     end
    end
    local.get $4
    i64.reinterpret_f64
   end
   return
  end
  f64.const 1
  f64.const 0
  local.get $0
  i32.const 2
  i32.eq
  local.tee $7
  local.get $0
  i32.const 3
  i32.eq
  i32.or
  select
  local.set $4
  local.get $0
  i32.eqz
  local.tee $8
  if
   local.get $8
   local.set $7
  end
  local.get $0
  i32.const 1
  i32.eq
  local.tee $8
  i32.eqz
  if
   local.get $0
   i32.const 3
   i32.eq
   local.set $8
  end
  local.get $2
  if (result i32)
   local.get $8
   i32.eqz
   local.get $7
   i32.eqz
   local.get $2
   i32.const 1
   i32.eq
   i32.and
   i32.and
  else
   i32.const 1
  end
  if
   local.get $7
   i32.eqz
   if
    i64.const 9221120237057474562
    return
   end
  else
   local.get $2
   i32.const 1
   i32.gt_u
   local.get $7
   i32.or
   if (result f64)
    i32.const 1
    local.set $10
    local.get $1
    i64.load
    local.get $3
    call $assembly/flags/to-number/toNumber
   else
    local.get $0
    i32.const 1
    i32.eq
    if (result f64)
     i32.const 1
     local.set $10
     local.get $1
     i64.load
     local.get $3
     call $assembly/flags/to-number/toNumber
     f64.neg
    else
     local.get $4
    end
   end
   local.set $4
  end
  loop $for-loop|00
   local.get $2
   local.get $10
   i32.gt_u
   if
    local.get $1
    local.get $10
    i32.const 3
    i32.shl
    i32.add
    i64.load
    local.get $3
    call $assembly/flags/to-number/toNumber
    local.set $5
    block $__inlined_func$assembly/flags/arithmetic/combine$216 (result f64)
     block $case4|0
      block $case3|0
       block $case2|0
        block $case1|0
         block $case0|0
          local.get $0
          br_table $case0|0 $case1|0 $case2|0 $case3|0 $case4|0
         end
         local.get $4
         local.get $5
         f64.add
         br $__inlined_func$assembly/flags/arithmetic/combine$216
        end
        local.get $4
        local.get $5
        f64.sub
        br $__inlined_func$assembly/flags/arithmetic/combine$216
       end
       local.get $4
       local.get $5
       f64.mul
       br $__inlined_func$assembly/flags/arithmetic/combine$216
      end
      f64.const nan:0x8000000000000
      local.get $4
      local.get $5
      f64.div
      local.get $5
      f64.const 0
      f64.eq
      select
      br $__inlined_func$assembly/flags/arithmetic/combine$216
     end
     block $__inlined_func$~lib/math/NativeMath.mod$5 (result f64)
      local.get $4
      local.get $4
      f64.trunc
      f64.sub
      local.get $4
      f64.copysign
      local.get $5
      f64.abs
      f64.const 1
      f64.eq
      br_if $__inlined_func$~lib/math/NativeMath.mod$5
      drop
      local.get $5
      i64.reinterpret_f64
      local.tee $9
      i64.const 52
      i64.shr_u
      i64.const 2047
      i64.and
      local.set $11
      local.get $9
      i64.const 1
      i64.shl
      local.tee $6
      i64.eqz
      local.get $4
      i64.reinterpret_f64
      local.tee $13
      i64.const 52
      i64.shr_u
      i64.const 2047
      i64.and
      local.tee $12
      i64.const 2047
      i64.eq
      i32.or
      local.get $5
      local.get $5
      f64.ne
      i32.or
      if
       local.get $4
       local.get $5
       f64.mul
       local.tee $4
       local.get $4
       f64.div
       br $__inlined_func$~lib/math/NativeMath.mod$5
      end
      local.get $13
      i64.const 1
      i64.shl
      local.tee $14
      local.get $6
      i64.le_u
      if
       local.get $4
       local.get $6
       local.get $14
       i64.ne
       f64.convert_i32_u
       f64.mul
       br $__inlined_func$~lib/math/NativeMath.mod$5
      end
      local.get $13
      i64.const 63
      i64.shr_u
      local.set $14
      local.get $12
      i64.eqz
      if (result i64)
       local.get $13
       i64.const 1
       local.get $12
       local.get $13
       i64.const 12
       i64.shl
       i64.clz
       i64.sub
       local.tee $12
       i64.sub
       i64.shl
      else
       local.get $13
       i64.const 4503599627370495
       i64.and
       i64.const 4503599627370496
       i64.or
      end
      local.set $6
      local.get $11
      i64.eqz
      if (result i64)
       local.get $9
       i64.const 1
       local.get $11
       local.get $9
       i64.const 12
       i64.shl
       i64.clz
       i64.sub
       local.tee $11
       i64.sub
       i64.shl
      else
       local.get $9
       i64.const 4503599627370495
       i64.and
       i64.const 4503599627370496
       i64.or
      end
      local.set $9
      loop $while-continue|0
       local.get $11
       local.get $12
       i64.lt_s
       if
        local.get $6
        local.get $9
        i64.ge_u
        if (result i64)
         local.get $4
         f64.const 0
         f64.mul
         local.get $6
         local.get $9
         i64.eq
         br_if $__inlined_func$~lib/math/NativeMath.mod$5
         drop
         local.get $6
         local.get $9
         i64.sub
        else
         local.get $6
        end
        i64.const 1
        i64.shl
        local.set $6
        local.get $12
        i64.const 1
        i64.sub
        local.set $12
        br $while-continue|0
       end
      end
      local.get $6
      local.get $9
      i64.ge_u
      if
       local.get $4
       f64.const 0
       f64.mul
       local.get $6
       local.get $9
       i64.eq
       br_if $__inlined_func$~lib/math/NativeMath.mod$5
       drop
       local.get $6
       local.get $9
       i64.sub
       local.set $6
      end
      local.get $12
      local.get $6
      i64.const 11
      i64.shl
      i64.clz
      local.tee $9
      i64.sub
      local.set $11
      local.get $6
      local.get $9
      i64.shl
      local.set $6
      local.get $11
      i64.const 0
      i64.gt_s
      if (result i64)
       local.get $6
       i64.const 4503599627370496
       i64.sub
       local.get $11
       i64.const 52
       i64.shl
       i64.or
      else
       local.get $6
       i64.const 1
       local.get $11
       i64.sub
       i64.shr_u
      end
      local.get $14
      i64.const 63
      i64.shl
      i64.or
      f64.reinterpret_i64
     end
    end
    local.set $4
    local.get $10
    i32.const 1
    i32.add
    local.set $10
    br $for-loop|00
   end
  end
  i64.const 9221120237057474562
  local.get $4
  i64.reinterpret_f64
  local.get $4
  local.get $4
  f64.ne
  select
 )
 (func $assembly/flags/arena/copyArray (param $0 i32) (param $1 i32) (param $2 i32) (result i64)
  (local $3 i32)
  (local $4 i64)
  (local $5 i32)
  (local $6 i32)
  local.get $1
  i32.load
  local.tee $5
  local.get $0
  i32.load offset=24
  local.get $0
  i32.load offset=64
  local.tee $3
  i32.sub
  i32.const 3
  i32.shr_u
  i32.gt_u
  if
   i32.const 0
   local.set $0
  else
   local.get $5
   i32.const 3
   i32.shl
   i32.const 8
   i32.add
   i64.extend_i32_u
   i64.const 7
   i64.add
   i64.const -8
   i64.and
   local.tee $4
   local.get $0
   i64.load32_u offset=24
   local.get $3
   i64.extend_i32_u
   i64.sub
   i64.gt_u
   if (result i32)
    i32.const 0
   else
    local.get $0
    local.get $3
    local.get $4
    i32.wrap_i64
    i32.add
    i32.store offset=64
    local.get $3
   end
   local.tee $0
   if
    local.get $0
    i64.const 0
    i64.store
   end
  end
  local.get $0
  i32.eqz
  if
   i64.const 9221120237057474563
   return
  end
  local.get $0
  local.set $3
  i32.const 0
  local.set $0
  loop $for-loop|0
   local.get $0
   local.get $5
   i32.lt_u
   if
    local.get $0
    i32.const 3
    i32.shl
    i32.const 8
    i32.add
    local.tee $6
    local.get $1
    i32.add
    i64.load
    local.set $4
    local.get $3
    local.get $6
    i32.add
    local.get $4
    local.get $2
    i64.extend_i32_u
    i64.add
    local.get $4
    local.get $4
    i64.const 48
    i64.shr_u
    i32.wrap_i64
    i32.const 65529
    i32.eq
    select
    i64.store
    local.get $0
    i32.const 1
    i32.add
    local.set $0
    br $for-loop|0
   end
  end
  local.get $3
  local.get $5
  i32.store
  local.get $3
  i64.extend_i32_u
  i64.const -1688849860263936
  i64.or
 )
 (func $assembly/number/parse/parseDecimal (param $0 i32) (param $1 i32) (param $2 i32) (result i64)
  (local $3 i64)
  (local $4 i64)
  (local $5 i64)
  (local $6 f64)
  (local $7 i32)
  (local $8 i32)
  (local $9 i32)
  (local $10 i32)
  (local $11 i32)
  (local $12 f64)
  (local $13 i32)
  loop $for-loop|0
   local.get $0
   local.get $1
   i32.lt_u
   if
    block $for-break0
     block $for-continue|0
      local.get $0
      i32.load8_u
      local.tee $13
      i32.const 48
      i32.sub
      local.tee $10
      i32.const 9
      i32.gt_u
      if
       local.get $7
       local.get $13
       i32.const 46
       i32.ne
       i32.or
       br_if $for-break0
       i32.const 1
       local.set $7
       br $for-continue|0
      end
      i32.const 1
      local.set $8
      local.get $5
      i64.const 1000000000000000000
      i64.lt_u
      if (result i64)
       local.get $10
       i64.extend_i32_u
       local.get $5
       i64.const 10
       i64.mul
       i64.add
       local.set $5
       local.get $0
       i32.const 1
       i32.add
       local.set $11
       local.get $4
       i64.const 1
       i64.sub
       local.get $4
       local.get $7
       select
      else
       local.get $0
       i32.const 1
       i32.add
       local.get $9
       local.get $10
       select
       local.set $9
       local.get $4
       local.get $4
       i64.const 1
       i64.add
       local.get $7
       select
      end
      local.set $4
     end
     local.get $0
     i32.const 1
     i32.add
     local.set $0
     br $for-loop|0
    end
   end
  end
  local.get $8
  i32.eqz
  if
   i64.const 9221120237041090560
   return
  end
  local.get $0
  local.get $1
  i32.lt_u
  if
   local.get $0
   i32.load8_u
   i32.const 32
   i32.or
   i32.const 101
   i32.ne
   if
    i64.const 9221120237041090560
    return
   end
   local.get $1
   local.get $0
   i32.const 1
   i32.add
   local.tee $0
   i32.gt_u
   if (result i32)
    local.get $0
    i32.load8_u
   else
    i32.const 0
   end
   local.tee $7
   i32.const 45
   i32.eq
   local.get $7
   i32.const 43
   i32.eq
   i32.or
   if
    local.get $0
    i32.const 1
    i32.add
    local.set $0
   end
   local.get $0
   local.get $1
   i32.eq
   if
    i64.const 9221120237041090560
    return
   end
   loop $for-loop|1
    local.get $0
    local.get $1
    i32.lt_u
    if
     local.get $0
     i32.load8_u
     i32.const 48
     i32.sub
     local.tee $8
     i32.const 9
     i32.gt_u
     if
      i64.const 9221120237041090560
      return
     end
     local.get $3
     i64.const 1000000000000
     i64.lt_s
     if
      local.get $8
      i64.extend_i32_u
      local.get $3
      i64.const 10
      i64.mul
      i64.add
      local.set $3
     end
     local.get $0
     i32.const 1
     i32.add
     local.set $0
     br $for-loop|1
    end
   end
   local.get $4
   i64.const 0
   local.get $3
   i64.sub
   local.get $3
   local.get $7
   i32.const 45
   i32.eq
   select
   i64.add
   local.set $4
  end
  local.get $5
  i64.eqz
  if
   i64.const 0
   return
  end
  local.get $9
  local.get $11
  i32.le_u
  if
   loop $for-loop|2
    local.get $5
    i64.const 9007199254740992
    i64.gt_u
    if (result i64)
     local.get $5
     i64.const 10
     i64.rem_u
    else
     i64.const 1
    end
    i64.eqz
    if
     local.get $4
     i64.const 1
     i64.add
     local.set $4
     local.get $5
     i64.const 10
     i64.div_u
     local.set $5
     br $for-loop|2
    end
   end
   local.get $5
   i64.const 9007199254740992
   i64.le_u
   local.tee $0
   if
    local.get $4
    i64.const -22
    i64.ge_s
    local.set $0
   end
   i64.const 0
   local.get $4
   local.get $4
   i64.const 22
   i64.le_s
   local.get $0
   local.get $0
   select
   select
   i64.eqz
   if
    f64.const 1
    local.set $6
    local.get $4
    i32.wrap_i64
    local.tee $1
    i32.const 31
    i32.shr_s
    local.tee $0
    local.get $0
    local.get $1
    i32.add
    i32.xor
    local.set $0
    loop $for-loop|00
     local.get $0
     i32.const 0
     i32.gt_s
     if
      local.get $6
      f64.const 10
      f64.mul
      local.set $6
      local.get $0
      i32.const 1
      i32.sub
      local.set $0
      br $for-loop|00
     end
    end
    local.get $5
    f64.convert_i64_u
    local.tee $12
    local.get $6
    f64.div
    local.get $12
    local.get $6
    f64.mul
    local.get $1
    i32.const 0
    i32.lt_s
    select
    i64.reinterpret_f64
    return
   end
  end
  local.get $5
  local.get $4
  local.get $11
  local.get $9
  local.get $2
  call $assembly/number/exact/exactDecimal
 )
 (func $assembly/number/exact/exactDecimal (param $0 i64) (param $1 i64) (param $2 i32) (param $3 i32) (param $4 i32) (result i64)
  (local $5 i32)
  (local $6 i64)
  (local $7 i32)
  (local $8 i32)
  (local $9 i32)
  (local $10 i32)
  (local $11 i32)
  i32.const 1
  local.set $9
  i64.const 10
  local.set $6
  loop $for-loop|0
   local.get $9
   i32.const 19
   i32.lt_u
   local.get $0
   local.get $6
   i64.ge_u
   i32.and
   if
    local.get $9
    i32.const 1
    i32.add
    local.set $9
    local.get $6
    i64.const 10
    i64.mul
    local.set $6
    br $for-loop|0
   end
  end
  local.get $1
  local.get $9
  i64.extend_i32_u
  i64.add
  local.tee $6
  i64.const 309
  i64.gt_s
  if
   i64.const 9218868437227405312
   return
  end
  local.get $6
  i64.const -323
  i64.lt_s
  if
   i64.const 0
   return
  end
  local.get $4
  local.get $0
  i64.store offset=4
  local.get $4
  i32.const 2
  i32.const 1
  local.get $0
  i64.const 32
  i64.shr_u
  i64.const 0
  i64.ne
  select
  i32.store
  local.get $1
  i32.wrap_i64
  local.set $7
  i32.const 1
  local.set $9
  i32.const 756
  local.set $8
  loop $for-loop|00
   local.get $2
   local.get $3
   i32.lt_u
   local.get $8
   i32.const 0
   i32.gt_s
   i32.and
   if
    local.get $2
    i32.load8_u
    i32.const 48
    i32.sub
    local.tee $10
    i32.const 9
    i32.le_u
    if
     local.get $5
     i32.const 10
     i32.mul
     local.get $10
     i32.add
     local.set $10
     local.get $7
     i32.const 1
     i32.sub
     local.set $7
     local.get $8
     i32.const 1
     i32.sub
     local.set $8
     local.get $9
     i32.const 10
     i32.mul
     local.tee $9
     i32.const 1000000000
     i32.eq
     if (result i32)
      local.get $4
      i32.const 4
      i32.add
      local.tee $5
      local.get $4
      i32.load
      i32.const 2
      i32.shl
      i32.add
      local.set $11
      local.get $10
      i64.extend_i32_u
      local.set $0
      loop $for-loop|01
       local.get $5
       local.get $11
       i32.lt_u
       if
        local.get $5
        local.get $0
        local.get $5
        i64.load32_u
        local.get $9
        i64.extend_i32_u
        i64.mul
        i64.add
        local.tee $0
        i64.store32
        local.get $0
        i64.const 32
        i64.shr_u
        local.set $0
        local.get $5
        i32.const 4
        i32.add
        local.set $5
        br $for-loop|01
       end
      end
      local.get $0
      i64.const 0
      i64.ne
      if
       local.get $11
       local.get $0
       i64.store32
       local.get $4
       local.get $4
       i32.load
       i32.const 1
       i32.add
       i32.store
      end
      i32.const 1
      local.set $9
      i32.const 0
     else
      local.get $10
     end
     local.set $5
    end
    local.get $2
    i32.const 1
    i32.add
    local.set $2
    br $for-loop|00
   end
  end
  local.get $9
  i32.const 1
  i32.ne
  if
   block $__inlined_func$assembly/number/big/bigMultiplyAdd$1026
    local.get $4
    i32.const 4
    i32.add
    local.tee $8
    local.get $4
    i32.load
    i32.const 2
    i32.shl
    i32.add
    local.set $10
    local.get $5
    i64.extend_i32_u
    local.set $0
    loop $for-loop|03
     local.get $8
     local.get $10
     i32.lt_u
     if
      local.get $8
      local.get $0
      local.get $8
      i64.load32_u
      local.get $9
      i64.extend_i32_u
      i64.mul
      i64.add
      local.tee $0
      i64.store32
      local.get $0
      i64.const 32
      i64.shr_u
      local.set $0
      local.get $8
      i32.const 4
      i32.add
      local.set $8
      br $for-loop|03
     end
    end
    local.get $0
    i64.eqz
    br_if $__inlined_func$assembly/number/big/bigMultiplyAdd$1026
    local.get $10
    local.get $0
    i64.store32
    local.get $4
    local.get $4
    i32.load
    i32.const 1
    i32.add
    i32.store
   end
  end
  local.get $4
  i32.const 348
  i32.add
  local.tee $5
  i64.const 1
  i64.store offset=4
  local.get $5
  i32.const 1
  i32.store
  local.get $5
  local.get $4
  local.get $7
  i32.const 0
  i32.lt_s
  select
  local.get $7
  i32.const 31
  i32.shr_s
  local.tee $8
  local.get $7
  local.get $8
  i32.add
  i32.xor
  call $assembly/number/big/bigTimesFives
  local.get $5
  i32.const 0
  i32.const 63
  local.get $4
  i32.load
  local.tee $8
  i32.const 5
  i32.shl
  local.get $8
  i32.const 2
  i32.shl
  local.get $4
  i32.add
  i32.load
  i32.clz
  i32.sub
  local.get $5
  i32.load
  local.tee $8
  i32.const 5
  i32.shl
  local.get $8
  i32.const 2
  i32.shl
  local.get $5
  i32.add
  i32.load
  i32.clz
  i32.sub
  i32.sub
  i32.sub
  local.tee $8
  i32.sub
  local.tee $9
  i32.const 0
  local.get $9
  i32.const 0
  i32.gt_s
  select
  call $assembly/number/big/bigTimesTwos
  local.get $5
  i32.const 0
  local.get $5
  i32.load
  i32.const 5
  i32.shl
  local.get $5
  i32.load
  i32.const 2
  i32.shl
  local.get $5
  i32.add
  i32.load
  i32.clz
  i32.sub
  i32.sub
  i32.const 31
  i32.and
  local.tee $9
  call $assembly/number/big/bigTimesTwos
  local.get $4
  local.get $9
  local.get $8
  i32.const 0
  local.get $8
  i32.const 0
  i32.gt_s
  select
  i32.add
  call $assembly/number/big/bigTimesTwos
  local.get $4
  local.get $5
  call $assembly/number/big/bigDivide
  local.get $7
  local.get $8
  i32.sub
  local.get $2
  local.get $3
  i32.lt_u
  if (result i32)
   i32.const 1
  else
   local.get $4
   i32.load
  end
  i32.const 0
  i32.ne
  call $assembly/number/round/nearestDouble
 )
 (func $assembly/limits/verify/areLimits (param $0 i32) (param $1 i32) (result i32)
  (local $2 i64)
  (local $3 i32)
  (local $4 i32)
  (local $5 f64)
  (local $6 i64)
  (local $7 i32)
  (local $8 i32)
  (local $9 i64)
  (local $10 i64)
  block $folding-inner0
   loop $for-loop|0
    local.get $1
    local.get $4
    i32.gt_u
    if
     local.get $0
     i32.load offset=40
     local.set $7
     local.get $0
     i32.load offset=28
     local.tee $8
     i32.eqz
     local.get $0
     i32.load offset=68
     local.tee $3
     i32.eqz
     local.get $3
     i32.const 4095
     i32.gt_u
     i32.or
     i32.or
     local.get $8
     i32.const 2147483647
     i32.gt_u
     i32.or
     br_if $folding-inner0
     local.get $0
     i32.load offset=76
     local.get $4
     i32.gt_u
     br_if $folding-inner0
     local.get $0
     i32.load offset=44
     i32.const -16
     i32.and
     br_if $folding-inner0
     local.get $0
     i32.load offset=52
     i32.const 4
     i32.gt_u
     br_if $folding-inner0
     local.get $0
     f64.load offset=56
     local.tee $5
     f64.const 0
     f64.gt
     i32.eqz
     local.get $5
     f64.const 315576e6
     f64.gt
     i32.or
     br_if $folding-inner0
     local.get $7
     if
      local.get $7
      i32.const 4
      i32.le_u
      if
       i32.const 0
       local.set $3
       block $__inlined_func$assembly/limits/verify/isWindow$1317
        local.get $8
        i32.const 1
        local.get $0
        i32.load offset=48
        local.tee $8
        i32.shl
        i32.ge_u
        local.get $8
        i32.const 31
        i32.gt_u
        i32.or
        br_if $__inlined_func$assembly/limits/verify/isWindow$1317
        local.get $0
        i64.load offset=32
        local.tee $2
        i64.eqz
        local.get $2
        i64.const 3153600000000
        i64.gt_u
        i32.or
        br_if $__inlined_func$assembly/limits/verify/isWindow$1317
        local.get $8
        i32.const 29
        i32.add
        i32.const 60
        i32.le_u
        local.set $3
        local.get $7
        i32.const 3
        i32.eq
        br_if $__inlined_func$assembly/limits/verify/isWindow$1317
        i32.const 0
        local.set $3
        local.get $7
        i32.const 4
        i32.eq
        if (result i32)
         local.get $8
         i32.const 64
         local.get $2
         i64.clz
         i32.wrap_i64
         i32.sub
         i32.add
         i32.const 61
         i32.gt_u
        else
         i32.const 0
        end
        br_if $__inlined_func$assembly/limits/verify/isWindow$1317
        local.get $7
        i32.const 2
        i32.eq
        if
         local.get $8
         i32.const 64
         i64.const 1000
         i64.const 1
         local.get $0
         i32.load offset=44
         i32.const 8
         i32.and
         select
         local.tee $6
         local.get $2
         i64.const 315576000000
         i64.add
         i64.add
         local.get $6
         i64.div_u
         i64.clz
         i32.wrap_i64
         i32.sub
         i32.add
         i32.const 60
         i32.le_u
         local.set $3
         br $__inlined_func$assembly/limits/verify/isWindow$1317
        end
        i32.const 64
        i64.const 315576000000
        local.get $2
        i64.div_u
        i64.const 2
        i64.add
        i64.clz
        i32.wrap_i64
        i32.sub
        local.get $8
        i32.const 1
        i32.shl
        local.get $8
        local.get $7
        i32.const 4
        i32.eq
        select
        i32.add
        i32.const 60
        i32.le_u
        local.set $3
       end
       local.get $3
       i32.eqz
       br_if $folding-inner0
      else
       local.get $7
       i32.const 6
       i32.eq
       if (result i32)
        local.get $0
        i64.load offset=32
        local.tee $2
        i64.eqz
        local.get $2
        i64.const 3153600000000000
        i64.gt_u
        i32.or
       else
        local.get $7
        i32.const 5
        i32.ne
       end
       br_if $folding-inner0
      end
     else
      local.get $0
      i64.load offset=16
      local.set $2
      i32.const 0
      local.set $3
      block $__inlined_func$assembly/limits/verify/isBucket$969
       local.get $0
       i64.load offset=8
       local.tee $9
       i64.eqz
       local.get $0
       i64.load
       local.tee $6
       i64.eqz
       local.get $0
       i32.load offset=24
       local.tee $7
       i32.const 2
       i32.gt_u
       i32.or
       i32.or
       br_if $__inlined_func$assembly/limits/verify/isBucket$969
       local.get $6
       i64.const 1152921504606846976
       local.get $7
       if (result i64)
        i64.const 1000
        i64.const 1
        local.get $7
        i32.const 1
        i32.eq
        select
       else
        i64.const 1000000
       end
       i64.const 315576000000
       i64.mul
       local.tee $10
       i64.div_u
       i64.gt_u
       br_if $__inlined_func$assembly/limits/verify/isBucket$969
       local.get $2
       i64.const 1152921504606846976
       local.get $6
       local.get $10
       i64.mul
       i64.sub
       i64.const 1
       i64.shr_u
       i64.gt_u
       br_if $__inlined_func$assembly/limits/verify/isBucket$969
       local.get $2
       local.get $8
       i64.extend_i32_u
       local.tee $6
       i64.rem_u
       i64.eqz
       if (result i32)
        local.get $2
        local.get $6
        i64.div_u
        local.get $9
        i64.eq
       else
        i32.const 0
       end
       local.set $3
      end
      local.get $3
      i32.eqz
      br_if $folding-inner0
     end
     local.get $0
     i32.const 80
     i32.add
     local.set $0
     local.get $4
     i32.const 1
     i32.add
     local.set $4
     br $for-loop|0
    end
   end
   i32.const 1
   return
  end
  i32.const 0
 )
 (func $assembly/limits/take/take (param $0 i32) (param $1 i32) (param $2 i32) (param $3 i32) (param $4 f64) (result i32)
  (local $5 i32)
  (local $6 i64)
  (local $7 i64)
  (local $8 i64)
  (local $9 i64)
  (local $10 i32)
  (local $11 i32)
  (local $12 i32)
  (local $13 i32)
  local.get $4
  f64.const 315576e6
  f64.le
  local.get $4
  f64.const 0
  f64.ge
  i32.and
  i32.eqz
  if
   f64.const 315576e6
   local.get $4
   local.get $4
   f64.const 315576e6
   f64.gt
   select
   f64.const 0
   local.get $4
   f64.const 0
   f64.gt
   select
   local.set $4
  end
  i32.const 8464
  f64.load
  local.get $4
  f64.le
  if
   local.get $0
   local.get $4
   call $assembly/limits/settle/endLeases
   local.tee $5
   i32.const 1
   i32.ne
   if
    local.get $5
    return
   end
  end
  local.get $0
  i32.const 2368
  i32.add
  local.get $2
  i32.const 24
  i32.mul
  i32.add
  local.tee $10
  i32.load offset=20
  local.tee $2
  i32.const 1073741824
  i32.ge_u
  if
   local.get $0
   local.get $10
   local.get $2
   i32.const 1073741824
   i32.sub
   call $assembly/limits/key/hashKeyBytes
  end
  local.get $0
  i32.load offset=56
  local.get $1
  i32.const 7
  i32.shl
  i32.add
  local.set $12
  local.get $0
  i32.load offset=88
  i32.const 8472
  i32.atomic.load
  i32.ne
  if (result i32)
   i32.const 0
  else
   local.get $12
   i32.load offset=28
  end
  i32.eqz
  if
   i32.const -1
   return
  end
  loop $while-continue|0
   block $__inlined_func$assembly/limits/take/findEntry$120
    local.get $10
    i32.load offset=20
    local.get $1
    i32.eq
    if
     local.get $10
     i32.load offset=16
     local.tee $2
     i64.atomic.load
     local.get $10
     i64.load offset=8
     i64.eq
     br_if $__inlined_func$assembly/limits/take/findEntry$120
    end
    local.get $0
    i32.load offset=8
    local.get $0
    i64.load32_u offset=12
    local.get $1
    i64.extend_i32_u
    local.get $12
    i64.load offset=64
    local.get $10
    i64.load
    i64.xor
    local.tee $6
    i64.const 33
    i64.shr_u
    local.get $6
    i64.xor
    i64.const -49064778989728563
    i64.mul
    local.tee $6
    i64.const 33
    i64.shr_u
    local.get $6
    i64.xor
    i64.const -4265267296055464877
    i64.mul
    local.tee $6
    i64.const 33
    i64.shr_u
    local.get $6
    i64.xor
    i64.const -8192
    i64.and
    i64.or
    local.tee $6
    i64.const 32
    i64.shr_u
    i64.mul
    i64.const 32
    i64.shr_u
    i32.wrap_i64
    i32.const 7
    i32.shl
    i32.add
    local.set $2
    block $__inlined_func$assembly/limits/table/find$1308
     local.get $6
     local.get $2
     local.get $6
     i64.const 13
     i64.shr_u
     i32.wrap_i64
     i32.const 7
     i32.and
     i32.const 4
     i32.shl
     i32.add
     local.tee $5
     i64.atomic.load
     i64.eq
     br_if $__inlined_func$assembly/limits/table/find$1308
     local.get $2
     i32.const 128
     i32.add
     local.set $11
     loop $for-loop|0
      local.get $2
      local.get $11
      i32.lt_u
      if
       local.get $6
       local.get $2
       local.tee $5
       i64.atomic.load
       i64.eq
       br_if $__inlined_func$assembly/limits/table/find$1308
       local.get $2
       i32.const 16
       i32.add
       local.set $2
       br $for-loop|0
      end
     end
     i32.const 0
     local.set $5
    end
    local.get $10
    local.get $6
    i64.store offset=8
    local.get $10
    local.get $5
    i32.store offset=16
    local.get $10
    local.get $1
    i32.const 0
    local.get $5
    select
    i32.store offset=20
    local.get $5
    local.set $2
   end
   local.get $2
   i32.eqz
   if
    local.get $0
    local.get $10
    local.get $1
    local.get $3
    i32.const 0
    local.get $4
    call $assembly/limits/take/operateKey
    local.tee $1
    i32.const 0
    i32.ge_s
    if (result i32)
     local.get $0
     local.get $0
     i32.load offset=136
     i32.const 1
     i32.add
     local.tee $0
     i32.store offset=136
     local.get $1
     i32.const 0
     i32.const 16
     local.get $0
     i32.const -1640531535
     i32.mul
     i32.const 27
     i32.shr_u
     select
     i32.add
    else
     local.get $1
    end
    return
   end
   local.get $0
   i32.load offset=56
   local.get $10
   i64.load offset=8
   local.tee $6
   i32.wrap_i64
   i32.const 4095
   i32.and
   i32.const 7
   i32.shl
   i32.add
   local.set $11
   local.get $2
   local.tee $5
   i32.const 8
   i32.add
   i64.atomic.load
   local.tee $7
   i64.const 0
   i64.lt_s
   if (result i32)
    i32.const 1
   else
    local.get $6
    local.get $5
    i64.atomic.load
    i64.ne
   end
   if
    local.get $0
    local.get $0
    i32.load offset=28
    i32.const 1
    i32.add
    i32.store offset=28
    local.get $0
    i32.load offset=8
    local.get $0
    i64.load32_u offset=12
    local.get $6
    i64.const 32
    i64.shr_u
    i64.mul
    i64.const 32
    i64.shr_u
    i32.wrap_i64
    i32.const 7
    i32.shl
    i32.add
    local.set $2
    local.get $5
    i32.const 8
    i32.add
    local.tee $13
    i64.atomic.load
    i64.const 0
    i64.lt_s
    if
     local.get $2
     local.get $0
     i32.load offset=8
     i32.sub
     i32.const 7
     i32.shr_u
     i32.const 1023
     i32.and
     i32.const 2
     i32.shl
     i32.const 16384
     i32.add
     local.set $11
     block $__inlined_func$assembly/limits/lock/lock$121
      local.get $0
      i32.load offset=60
      br_if $__inlined_func$assembly/limits/lock/lock$121
      loop $while-continue|00
       i32.const 0
       local.set $2
       loop $for-loop|1
        local.get $2
        i32.const 100000000
        i32.lt_s
        if
         local.get $11
         i32.const 0
         local.get $0
         i32.atomic.rmw.cmpxchg
         i32.eqz
         br_if $__inlined_func$assembly/limits/lock/lock$121
         local.get $2
         i32.const 1
         i32.add
         local.set $2
         br $for-loop|1
        end
       end
       local.get $11
       local.get $11
       i32.atomic.load
       local.tee $2
       local.get $0
       i32.atomic.rmw.cmpxchg
       local.get $2
       i32.ne
       br_if $while-continue|00
      end
     end
     local.get $13
     i64.atomic.load
     local.tee $6
     i64.const 0
     i64.lt_s
     if
      local.get $6
      i64.const -9223372036854775808
      i64.eq
      if
       local.get $5
       i64.const 0
       i64.atomic.store
      end
      local.get $5
      i32.const 8
      i32.add
      local.get $6
      i64.const 9223372036854775807
      i64.and
      i64.atomic.store
     end
     local.get $0
     i32.load offset=60
     i32.eqz
     if
      local.get $11
      local.get $0
      i32.const 0
      i32.atomic.rmw.cmpxchg
      drop
     end
    end
    br $while-continue|0
   end
   local.get $11
   i32.load offset=40
   i32.const 3
   i32.eq
   if (result i32)
    local.get $11
    f64.load offset=88
    local.get $4
    i64.trunc_sat_f64_s
    i32.const 8448
    f64.load
    i64.trunc_sat_f64_s
    i64.add
    f64.convert_i64_s
    f64.le
   else
    i32.const 0
   end
   if
    local.get $0
    local.get $6
    i32.wrap_i64
    i32.const 4095
    i32.and
    i32.store offset=92
    i32.const -2
    return
   end
   i32.const 1
   local.set $2
   local.get $7
   i64.const 3
   i64.shr_s
   local.tee $8
   local.set $6
   local.get $3
   local.get $11
   i32.load offset=28
   i32.gt_u
   if
    i32.const 2
    local.set $2
   else
    local.get $3
    if
     local.get $11
     local.get $8
     local.get $3
     local.get $4
     call $assembly/limits/decide/decideState
     local.tee $6
     i64.const -1
     i64.eq
     if
      local.get $7
      local.get $5
      i32.const 8
      i32.add
      i64.atomic.load
      i64.ne
      br_if $while-continue|0
      i32.const 0
      local.set $2
     else
      local.get $7
      i64.const 7
      i64.and
      local.get $6
      i64.const 3
      i64.shl
      i64.or
      local.set $9
      block $__inlined_func$assembly/limits/take/swap$1313 (result i32)
       local.get $0
       i32.load offset=60
       i32.eqz
       if
        local.get $7
        local.get $5
        i32.const 8
        i32.add
        local.get $7
        local.get $9
        i64.atomic.rmw.cmpxchg
        i64.eq
        br $__inlined_func$assembly/limits/take/swap$1313
       end
       local.get $5
       local.get $9
       i64.store offset=8
       i32.const 1
      end
      i32.eqz
      if
       local.get $0
       local.get $0
       i32.load offset=28
       i32.const 1
       i32.add
       i32.store offset=28
       br $while-continue|0
      end
     end
    end
   end
  end
  local.get $6
  local.get $8
  local.get $2
  i32.const 1
  i32.eq
  select
  local.set $6
  local.get $2
  i32.const 8
  i32.or
  local.get $2
  i32.const 1
  i32.ne
  if (result i32)
   local.get $11
   i32.load offset=44
   i32.const 1
   i32.and
  else
   i32.const 0
  end
  local.set $5
  local.get $0
  i32.const 192
  i32.add
  local.tee $10
  local.get $6
  i64.store offset=48
  local.get $10
  local.get $4
  f64.store offset=56
  local.get $10
  local.get $11
  i32.store offset=20
  local.get $10
  i32.const 0
  i32.store offset=64
  local.get $10
  local.get $3
  i32.store offset=68
  local.get $10
  local.get $3
  i32.store offset=72
  local.get $2
  local.get $5
  select
  local.tee $1
  i32.const 1
  i32.eq
  if (result i32)
   i32.const 112
  else
   i32.const 80
   i32.const 120
   local.get $1
   i32.const 8
   i32.and
   select
  end
  local.get $11
  i32.add
  local.tee $2
  local.get $2
  f64.load
  f64.const 1
  f64.add
  f64.store
  local.get $0
  local.get $0
  i32.load offset=136
  i32.const 1
  i32.add
  local.tee $0
  i32.store offset=136
  local.get $1
  i32.const 0
  i32.const 16
  local.get $0
  i32.const -1640531535
  i32.mul
  i32.const 27
  i32.shr_u
  select
  i32.add
 )
 (func $assembly/limits/take/peek (param $0 i32) (param $1 i32) (param $2 i32) (param $3 i32) (param $4 f64) (result i32)
  (local $5 i32)
  local.get $4
  f64.const 315576e6
  f64.le
  local.get $4
  f64.const 0
  f64.ge
  i32.and
  i32.eqz
  if
   f64.const 315576e6
   local.get $4
   local.get $4
   f64.const 315576e6
   f64.gt
   select
   f64.const 0
   local.get $4
   f64.const 0
   f64.gt
   select
   local.set $4
  end
  i32.const 8464
  f64.load
  local.get $4
  f64.le
  if
   local.get $0
   local.get $4
   call $assembly/limits/settle/endLeases
   local.tee $5
   i32.const 1
   i32.ne
   if
    local.get $5
    return
   end
  end
  local.get $0
  i32.const 2368
  i32.add
  local.get $2
  i32.const 24
  i32.mul
  i32.add
  local.tee $2
  i32.load offset=20
  local.tee $5
  i32.const 1073741824
  i32.ge_u
  if
   local.get $0
   local.get $2
   local.get $5
   i32.const 1073741824
   i32.sub
   call $assembly/limits/key/hashKeyBytes
  end
  local.get $0
  local.get $2
  local.get $1
  local.get $3
  i32.const 1
  local.get $4
  call $assembly/limits/take/operateKey
 )
 (func $assembly/limits/table/sweepTable (param $0 i32) (param $1 i32) (param $2 i32) (param $3 f64)
  (local $4 i32)
  (local $5 i32)
  (local $6 i64)
  (local $7 i32)
  (local $8 i64)
  (local $9 i32)
  (local $10 i64)
  (local $11 i32)
  local.get $0
  i32.load offset=8
  local.tee $5
  local.get $0
  i32.load offset=12
  i32.const 7
  i32.shl
  i32.add
  local.set $11
  loop $for-loop|0
   local.get $5
   local.get $11
   i32.lt_u
   if
    local.get $5
    local.set $4
    loop $for-loop|1
     local.get $4
     local.get $5
     i32.const 128
     i32.add
     i32.lt_u
     if
      local.get $1
      local.get $4
      i64.atomic.load
      i32.wrap_i64
      i32.const 4095
      i32.and
      i32.eq
      if
       local.get $5
       local.get $0
       i32.load offset=8
       i32.sub
       i32.const 7
       i32.shr_u
       i32.const 1023
       i32.and
       i32.const 2
       i32.shl
       i32.const 16384
       i32.add
       local.set $9
       block $__inlined_func$assembly/limits/lock/lock$115
        local.get $0
        i32.load offset=60
        br_if $__inlined_func$assembly/limits/lock/lock$115
        loop $while-continue|0
         i32.const 0
         local.set $7
         loop $for-loop|10
          local.get $7
          i32.const 100000000
          i32.lt_s
          if
           local.get $9
           i32.const 0
           local.get $0
           i32.atomic.rmw.cmpxchg
           i32.eqz
           br_if $__inlined_func$assembly/limits/lock/lock$115
           local.get $7
           i32.const 1
           i32.add
           local.set $7
           br $for-loop|10
          end
         end
         local.get $9
         i32.atomic.load
         local.tee $7
         local.get $9
         local.get $7
         local.get $0
         i32.atomic.rmw.cmpxchg
         i32.ne
         br_if $while-continue|0
        end
       end
       local.get $1
       local.get $4
       i64.atomic.load
       local.tee $6
       i32.wrap_i64
       i32.const 4095
       i32.and
       i32.eq
       if
        block $__inlined_func$assembly/limits/table/sweepEntry$1301
         local.get $4
         i32.const 8
         i32.add
         local.set $7
         loop $while-continue|01
          local.get $4
          i32.const 8
          i32.add
          i64.atomic.load
          local.tee $8
          i64.const 0
          i64.lt_s
          if
           local.get $8
           i64.const -9223372036854775808
           i64.eq
           if
            local.get $4
            i64.const 0
            i64.atomic.store
           end
           local.get $4
           i32.const 8
           i32.add
           local.get $8
           i64.const 9223372036854775807
           i64.and
           local.tee $8
           i64.atomic.store
          end
          local.get $7
          local.get $8
          local.get $8
          i64.const -9223372036854775808
          i64.or
          i64.atomic.rmw.cmpxchg
          local.get $8
          i64.ne
          br_if $while-continue|01
         end
         local.get $2
         i32.eqz
         if
          local.get $4
          i64.atomic.load
          i64.eqz
          if
           local.get $7
           local.get $8
           i64.const 7
           i64.and
           i64.atomic.store
           br $__inlined_func$assembly/limits/table/sweepEntry$1301
          end
          local.get $4
          i64.const 0
          i64.atomic.store
          local.get $4
          i32.const 8
          i32.add
          local.get $8
          i64.const 1
          i64.add
          i64.const 7
          i64.and
          i64.atomic.store
          br $__inlined_func$assembly/limits/table/sweepEntry$1301
         end
         local.get $0
         i32.load offset=56
         local.tee $7
         local.get $6
         i32.wrap_i64
         i32.const 4095
         i32.and
         i32.const 7
         i32.shl
         i32.add
         local.get $7
         local.get $2
         i32.const 7
         i32.shl
         i32.add
         local.get $8
         i64.const 3
         i64.shr_s
         local.get $3
         call $assembly/limits/cell/converted
         local.set $10
         block $__inlined_func$assembly/limits/table/release$118
          local.get $2
          i64.extend_i32_u
          local.get $6
          i64.const -4096
          i64.and
          i64.or
          local.tee $6
          local.get $4
          i64.atomic.load
          i64.eq
          if
           local.get $4
           i32.const 8
           i32.add
           local.get $8
           i64.const 7
           i64.and
           local.get $10
           i64.const 3
           i64.shl
           i64.or
           i64.atomic.store
           br $__inlined_func$assembly/limits/table/release$118
          end
          local.get $4
          local.get $6
          i64.atomic.store
          local.get $4
          i32.const 8
          i32.add
          local.get $8
          i64.const 1
          i64.add
          i64.const 7
          i64.and
          local.get $10
          i64.const 3
          i64.shl
          i64.or
          i64.atomic.store
         end
        end
       end
       local.get $0
       i32.load offset=60
       i32.eqz
       if
        local.get $9
        local.get $0
        i32.const 0
        i32.atomic.rmw.cmpxchg
        drop
       end
      end
      local.get $4
      i32.const 16
      i32.add
      local.set $4
      br $for-loop|1
     end
    end
    local.get $5
    i32.const 128
    i32.add
    local.set $5
    br $for-loop|0
   end
  end
 )
 (func $assembly/limits/settle/settleLease (param $0 i32) (param $1 i32) (param $2 i32) (param $3 i32) (param $4 f64) (result i32)
  (local $5 i32)
  (local $6 i32)
  (local $7 i32)
  (local $8 i32)
  (local $9 i32)
  local.get $1
  local.get $0
  i32.load offset=112
  i32.ge_u
  if
   i32.const 0
   return
  end
  local.get $0
  f64.const 315576e6
  local.get $4
  local.get $4
  f64.const 315576e6
  f64.gt
  select
  f64.const 0
  local.get $4
  f64.const 0
  f64.gt
  select
  local.tee $4
  call $assembly/limits/settle/endLeases
  local.tee $5
  i32.const 1
  i32.ne
  if
   local.get $5
   return
  end
  local.get $0
  i32.load offset=108
  local.get $0
  i32.load offset=112
  i32.const 63
  i32.add
  i32.const 6
  i32.shr_u
  i32.const 3
  i32.shl
  i32.const 63
  i32.add
  i32.const -64
  i32.and
  i32.add
  local.get $1
  i32.const 6
  i32.shl
  i32.add
  local.set $9
  block $__inlined_func$assembly/limits/lease/takeLease$114
   loop $for-loop|0
    local.get $8
    i32.const 1000000
    i32.lt_s
    if
     i32.const 0
     local.set $6
     local.get $9
     i32.atomic.load
     local.tee $5
     i32.const 5
     i32.shr_u
     local.get $2
     i32.ne
     br_if $__inlined_func$assembly/limits/lease/takeLease$114
     local.get $5
     i32.const 3
     i32.and
     local.tee $7
     i32.const 2
     i32.eq
     if
      local.get $9
      local.get $4
      f64.store offset=48
      local.get $5
      local.get $9
      local.get $5
      local.tee $6
      local.get $5
      i32.const -32
      i32.and
      i32.const 3
      i32.or
      i32.atomic.rmw.cmpxchg
      i32.eq
      br_if $__inlined_func$assembly/limits/lease/takeLease$114
     else
      local.get $7
      i32.const 3
      i32.ne
      br_if $__inlined_func$assembly/limits/lease/takeLease$114
     end
     local.get $8
     i32.const 1
     i32.add
     local.set $8
     br $for-loop|0
    end
   end
   i32.const 0
   local.set $6
  end
  local.get $6
  i32.eqz
  if
   i32.const 0
   return
  end
  local.get $0
  local.get $1
  local.get $2
  local.get $3
  local.get $0
  i32.const 192
  i32.add
  local.get $4
  call $assembly/limits/settle/adjust
 )
 (func $assembly/limits/settle/renewLease (param $0 i32) (param $1 i32) (param $2 i32) (param $3 f64) (result i32)
  (local $4 i32)
  (local $5 i32)
  (local $6 i64)
  (local $7 i32)
  (local $8 i32)
  (local $9 i32)
  (local $10 i64)
  local.get $1
  local.get $0
  i32.load offset=112
  i32.ge_u
  if
   i32.const 0
   return
  end
  local.get $0
  f64.const 315576e6
  local.get $3
  local.get $3
  f64.const 315576e6
  f64.gt
  select
  f64.const 0
  local.get $3
  f64.const 0
  f64.gt
  select
  local.tee $3
  call $assembly/limits/settle/endLeases
  local.tee $4
  i32.const 1
  i32.ne
  if
   local.get $4
   return
  end
  local.get $0
  i32.load offset=108
  local.get $0
  i32.load offset=112
  i32.const 63
  i32.add
  i32.const 6
  i32.shr_u
  i32.const 3
  i32.shl
  i32.const 63
  i32.add
  i32.const -64
  i32.and
  i32.add
  local.get $1
  i32.const 6
  i32.shl
  i32.add
  local.set $9
  block $__inlined_func$assembly/limits/lease/takeLease$113
   loop $for-loop|0
    local.get $8
    i32.const 1000000
    i32.lt_s
    if
     i32.const 0
     local.set $4
     local.get $9
     i32.atomic.load
     local.tee $5
     i32.const 5
     i32.shr_u
     local.get $2
     i32.ne
     br_if $__inlined_func$assembly/limits/lease/takeLease$113
     local.get $5
     i32.const 3
     i32.and
     local.tee $7
     i32.const 2
     i32.eq
     if
      local.get $9
      local.get $3
      f64.store offset=48
      local.get $9
      local.get $5
      local.tee $4
      local.get $4
      i32.const -32
      i32.and
      i32.const 3
      i32.or
      i32.atomic.rmw.cmpxchg
      local.get $4
      i32.eq
      br_if $__inlined_func$assembly/limits/lease/takeLease$113
     else
      local.get $7
      i32.const 3
      i32.ne
      br_if $__inlined_func$assembly/limits/lease/takeLease$113
     end
     local.get $8
     i32.const 1
     i32.add
     local.set $8
     br $for-loop|0
    end
   end
   i32.const 0
   local.set $4
  end
  local.get $4
  i32.eqz
  if
   i32.const 0
   return
  end
  local.get $3
  local.get $0
  i32.load offset=56
  local.get $9
  i32.load offset=4
  i32.const 7
  i32.shl
  i32.add
  f64.load offset=56
  f64.add
  local.tee $3
  local.get $9
  f64.load offset=16
  f64.gt
  if
   local.get $0
   i32.load offset=108
   local.get $0
   i32.load offset=112
   i32.const 63
   i32.add
   i32.const 6
   i32.shr_u
   i32.const 3
   i32.shl
   i32.const 63
   i32.add
   i32.const -64
   i32.and
   i32.add
   local.get $1
   i32.const 6
   i32.shl
   i32.add
   local.get $3
   f64.store offset=16
  end
  local.get $9
  local.get $4
  i32.const -32
  i32.and
  local.tee $2
  i32.const 3
  i32.or
  local.get $4
  i32.const 4
  i32.add
  i32.const 28
  i32.and
  local.get $2
  i32.const 2
  i32.or
  i32.or
  i32.atomic.rmw.cmpxchg
  drop
  local.get $0
  i32.load offset=108
  local.tee $2
  local.get $1
  i32.const 6
  i32.shr_u
  i32.const 3
  i32.shl
  i32.add
  local.set $4
  local.get $2
  local.get $0
  i32.load offset=112
  i32.const 63
  i32.add
  i32.const 6
  i32.shr_u
  i32.const 3
  i32.shl
  i32.const 63
  i32.add
  i32.const -64
  i32.and
  i32.add
  local.get $1
  i32.const 6
  i32.shl
  i32.add
  i64.load offset=16
  local.set $6
  loop $while-continue|0
   local.get $4
   i64.atomic.load
   local.tee $10
   local.get $6
   i64.le_u
   if (result i32)
    i32.const 1
   else
    local.get $10
    local.get $4
    local.get $10
    local.get $6
    i64.atomic.rmw.cmpxchg
    i64.eq
   end
   i32.eqz
   br_if $while-continue|0
  end
  loop $while-continue|01
   i32.const 8464
   i64.atomic.load
   local.tee $10
   local.get $6
   i64.le_u
   if (result i32)
    i32.const 1
   else
    local.get $10
    i32.const 8464
    local.get $10
    local.get $6
    i64.atomic.rmw.cmpxchg
    i64.eq
   end
   i32.eqz
   br_if $while-continue|01
  end
  i32.const 1
 )
 (func $assembly/limits/request/takeOnce (param $0 i32) (param $1 i32) (param $2 f64) (param $3 f64) (result i32)
  (local $4 i32)
  (local $5 i32)
  (local $6 i64)
  (local $7 i32)
  (local $8 i32)
  (local $9 i64)
  (local $10 i32)
  (local $11 f64)
  local.get $0
  f64.const 315576e6
  local.get $3
  local.get $3
  f64.const 315576e6
  f64.gt
  select
  f64.const 0
  local.get $3
  f64.const 0
  f64.gt
  select
  local.tee $3
  call $assembly/limits/settle/endLeases
  local.tee $4
  i32.const 1
  i32.ne
  if
   local.get $4
   return
  end
  local.get $0
  i32.load offset=56
  local.get $1
  i32.const 7
  i32.shl
  i32.add
  i64.load offset=64
  local.tee $6
  local.get $0
  i32.const 192
  i32.add
  local.tee $5
  i64.load
  i64.xor
  local.tee $9
  local.get $9
  i64.const 33
  i64.shr_u
  i64.xor
  i64.const -49064778989728563
  i64.mul
  local.tee $9
  local.get $9
  i64.const 33
  i64.shr_u
  i64.xor
  i64.const -4265267296055464877
  i64.mul
  local.set $9
  local.get $0
  i32.load offset=124
  local.get $0
  i64.load32_u offset=128
  local.get $6
  local.get $0
  i32.const 320
  i32.add
  i64.load
  i64.xor
  local.tee $6
  local.get $6
  i64.const 33
  i64.shr_u
  i64.xor
  i64.const -49064778989728563
  i64.mul
  local.tee $6
  local.get $6
  i64.const 33
  i64.shr_u
  i64.xor
  i64.const -4265267296055464877
  i64.mul
  local.tee $6
  local.get $6
  i64.const 33
  i64.shr_u
  i64.xor
  i64.const -7046029254386353131
  i64.mul
  local.get $9
  i64.const 33
  i64.shr_u
  local.get $9
  i64.xor
  i64.xor
  local.tee $6
  i64.const 32
  i64.shr_u
  i64.mul
  i64.const 32
  i64.shr_u
  i32.wrap_i64
  local.tee $4
  i32.const 768
  i32.mul
  i32.add
  local.set $1
  local.get $4
  i32.const 255
  i32.and
  i32.const 2
  i32.shl
  i32.const 20544
  i32.add
  local.set $8
  block $__inlined_func$assembly/limits/lock/lock$122
   local.get $0
   i32.load offset=60
   br_if $__inlined_func$assembly/limits/lock/lock$122
   loop $while-continue|0
    i32.const 0
    local.set $4
    loop $for-loop|1
     local.get $4
     i32.const 100000000
     i32.lt_s
     if
      local.get $8
      i32.const 0
      local.get $0
      i32.atomic.rmw.cmpxchg
      i32.eqz
      br_if $__inlined_func$assembly/limits/lock/lock$122
      local.get $4
      i32.const 1
      i32.add
      local.set $4
      br $for-loop|1
     end
    end
    local.get $8
    i32.atomic.load
    local.tee $4
    local.get $8
    local.get $4
    local.get $0
    i32.atomic.rmw.cmpxchg
    i32.ne
    br_if $while-continue|0
   end
  end
  local.get $1
  local.set $4
  i32.const 8
  local.set $7
  block $__inlined_func$assembly/limits/request/answerOnce$123 (result i32)
   loop $for-loop|0
    local.get $7
    i32.const 0
    i32.gt_s
    if
     local.get $4
     f64.load offset=8
     local.get $3
     f64.gt
     if (result i32)
      local.get $4
      i64.load
      local.get $6
      i64.eq
     else
      i32.const 0
     end
     if
      local.get $5
      local.get $4
      i32.load offset=16
      i32.store offset=16
      local.get $5
      i32.const 0
      i32.store offset=20
      local.get $5
      i32.const 48
      i32.add
      local.get $4
      i32.const 24
      i32.add
      i32.const 72
      memory.copy
      local.get $5
      i32.load offset=16
      br $__inlined_func$assembly/limits/request/answerOnce$123
     end
     local.get $4
     local.get $1
     local.get $4
     f64.load offset=8
     local.get $1
     f64.load offset=8
     f64.lt
     select
     local.set $1
     local.get $4
     i32.const 96
     i32.add
     local.set $4
     local.get $7
     i32.const 1
     i32.sub
     local.set $7
     br $for-loop|0
    end
   end
   local.get $0
   local.get $5
   i32.const 1
   i32.const 0
   local.get $3
   call $assembly/limits/operate/operate
   local.tee $4
   i32.const 0
   i32.lt_s
   if
    local.get $4
    br $__inlined_func$assembly/limits/request/answerOnce$123
   end
   local.get $5
   i32.load offset=16
   local.tee $7
   i32.const 1
   i32.ne
   if
    local.get $5
    call $assembly/limits/part/partRetryMs
    local.get $2
    f64.min
    local.set $2
   end
   local.get $2
   f64.const 0
   f64.gt
   if
    local.get $1
    local.get $6
    i64.store
    local.get $1
    local.get $3
    local.get $2
    f64.add
    f64.store offset=8
    local.get $5
    call $assembly/limits/part/partRemaining
    local.set $10
    local.get $5
    call $assembly/limits/part/partNextMs
    local.set $3
    local.get $5
    call $assembly/limits/part/partResetMs
    local.set $2
    local.get $5
    call $assembly/limits/part/partRetryMs
    local.set $11
    local.get $5
    local.get $5
    i32.load offset=20
    local.tee $4
    i32.store offset=20
    local.get $5
    i32.const 1
    i32.store offset=64
    local.get $5
    local.get $4
    i32.load offset=28
    i32.store offset=68
    local.get $5
    local.get $10
    i32.store offset=112
    local.get $5
    local.get $3
    f64.store offset=96
    local.get $5
    local.get $2
    f64.store offset=80
    local.get $5
    local.get $11
    f64.store offset=88
    local.get $1
    local.get $5
    i32.load offset=16
    i32.store offset=16
    local.get $1
    i32.const 24
    i32.add
    local.get $5
    i32.const 48
    i32.add
    i32.const 72
    memory.copy
   end
   local.get $7
  end
  local.get $0
  i32.load offset=60
  i32.eqz
  if
   local.get $8
   local.get $0
   i32.const 0
   i32.atomic.rmw.cmpxchg
   drop
  end
 )
 (func $assembly/limits/part/partLimit (param $0 i32) (result i32)
  (local $1 i32)
  local.get $0
  i32.load offset=64
  i32.const 1
  i32.eq
  if
   local.get $0
   i32.load offset=68
   return
  end
  local.get $0
  i32.load offset=20
  local.tee $1
  if (result i32)
   local.get $1
   i32.load offset=28
  else
   i32.const 0
  end
  if (result i32)
   local.get $0
   i32.load offset=20
   i32.load offset=28
  else
   i32.const 0
  end
 )
 (func $assembly/limits/part/partGranted (param $0 i32) (result i32)
  local.get $0
  i32.load offset=72
 )
 (func $assembly/limits/open/openLog (param $0 i32) (param $1 i32) (param $2 i32) (param $3 f64) (result i32)
  (local $4 i32)
  (local $5 i64)
  (local $6 i64)
  (local $7 i32)
  (local $8 i32)
  (local $9 f64)
  (local $10 i64)
  (local $11 f64)
  (local $12 i64)
  (local $13 i64)
  (local $14 f64)
  (local $15 i64)
  local.get $1
  i32.load offset=20
  local.set $8
  local.get $1
  i64.load offset=32
  local.tee $10
  i64.const 13
  i64.shr_u
  local.set $12
  local.get $1
  i32.load offset=24
  local.set $4
  i32.const 4
  local.set $7
  block $__inlined_func$assembly/limits/logs/findLog$593
   loop $for-loop|0
    local.get $7
    i32.const 0
    i32.gt_s
    if
     local.get $4
     i64.load
     local.tee $13
     i64.const 13
     i64.shr_u
     local.get $12
     i64.eq
     local.get $13
     i64.const 0
     i64.ne
     i32.and
     br_if $__inlined_func$assembly/limits/logs/findLog$593
     local.get $4
     local.get $0
     i32.load offset=104
     i32.add
     local.set $4
     local.get $7
     i32.const 1
     i32.sub
     local.set $7
     br $for-loop|0
    end
   end
   i32.const 0
   local.set $4
  end
  local.get $4
  if
   local.get $2
   i32.const 6
   i32.ne
   local.get $4
   i64.load
   i32.wrap_i64
   i32.const 4095
   i32.and
   local.tee $7
   local.get $10
   i32.wrap_i64
   i32.const 4095
   i32.and
   i32.ne
   i32.and
   local.get $2
   i32.const 7
   i32.ne
   i32.and
   if
    local.get $0
    i32.load offset=56
    local.get $7
    i32.const 7
    i32.shl
    i32.add
    local.tee $2
    i32.load offset=28
    i32.const 0
    i32.ne
    local.get $0
    i32.load offset=88
    i32.const 8472
    i32.atomic.load
    i32.ne
    if
     i32.const -1
     return
    end
    if (result f64)
     local.get $4
     if (result i64)
      local.get $4
      i64.load32_u offset=8
      local.set $12
      local.get $3
      f64.const 1e3
      f64.mul
      i64.trunc_sat_f64_s
      local.get $2
      i64.load offset=32
      i64.sub
      local.set $13
      loop $while-continue|0
       local.get $6
       local.get $12
       i64.lt_s
       if (result i32)
        local.get $4
        local.get $6
        i32.wrap_i64
        i32.const 3
        i32.shl
        i32.add
        i64.load offset=32
        local.get $13
        i64.le_s
       else
        i32.const 0
       end
       if
        local.get $6
        i64.const 1
        i64.add
        local.set $6
        br $while-continue|0
       end
      end
      local.get $4
      i64.load32_u offset=8
      local.get $6
      i64.sub
     else
      i64.const 0
     end
     f64.convert_i64_s
    else
     f64.const 0
    end
    local.tee $9
    f64.const 0
    f64.eq
    if (result f64)
     f64.const 0
    else
     block $__inlined_func$assembly/limits/cell/usedAfterChange$598 (result f64)
      local.get $9
      local.get $8
      i32.load offset=52
      local.tee $7
      i32.eqz
      br_if $__inlined_func$assembly/limits/cell/usedAfterChange$598
      drop
      f64.const 0
      local.get $7
      i32.const 4
      i32.eq
      br_if $__inlined_func$assembly/limits/cell/usedAfterChange$598
      drop
      local.get $9
      local.get $8
      i32.load offset=28
      f64.convert_i32_u
      local.tee $14
      f64.mul
      local.get $2
      i32.load offset=28
      f64.convert_i32_u
      local.tee $11
      f64.div
      local.get $7
      i32.const 2
      i32.eq
      br_if $__inlined_func$assembly/limits/cell/usedAfterChange$598
      drop
      local.get $9
      local.get $7
      i32.const 3
      i32.eq
      local.get $11
      local.get $14
      f64.lt
      i32.and
      br_if $__inlined_func$assembly/limits/cell/usedAfterChange$598
      drop
      local.get $14
      local.get $11
      local.get $9
      f64.sub
      f64.sub
      f64.const 0
      f64.max
     end
    end
    local.set $11
    local.get $9
    local.get $11
    f64.ne
    if
     block $__inlined_func$assembly/limits/log/logResize$600
      local.get $4
      local.get $0
      i32.load offset=104
      i32.add
      local.set $0
      local.get $11
      f64.ceil
      i64.trunc_sat_f64_s
      local.tee $12
      local.get $4
      if (result i64)
       local.get $4
       i64.load32_u offset=8
       local.set $6
       local.get $3
       f64.const 1e3
       f64.mul
       i64.trunc_sat_f64_s
       local.get $8
       i64.load offset=32
       i64.sub
       local.set $13
       loop $while-continue|00
        local.get $5
        local.get $6
        i64.lt_s
        if (result i32)
         local.get $4
         local.get $5
         i32.wrap_i64
         i32.const 3
         i32.shl
         i32.add
         i64.load offset=32
         local.get $13
         i64.le_s
        else
         i32.const 0
        end
        if
         local.get $5
         i64.const 1
         i64.add
         local.set $5
         br $while-continue|00
        end
       end
       local.get $4
       i64.load32_u offset=8
       local.get $5
       i64.sub
      else
       i64.const 0
      end
      local.tee $13
      i64.ge_s
      if
       local.get $8
       local.get $4
       local.get $0
       local.get $12
       local.get $13
       i64.sub
       local.get $3
       call $assembly/limits/log/logCharge
       br $__inlined_func$assembly/limits/log/logResize$600
      end
      local.get $4
      i64.load32_u offset=8
      local.set $6
      local.get $3
      f64.const 1e3
      f64.mul
      i64.trunc_sat_f64_s
      local.get $8
      i64.load offset=32
      i64.sub
      local.set $15
      i64.const 0
      local.set $5
      loop $while-continue|01
       local.get $5
       local.get $6
       i64.lt_s
       if (result i32)
        local.get $15
        local.get $4
        local.get $5
        i32.wrap_i64
        i32.const 3
        i32.shl
        i32.add
        i64.load offset=32
        i64.ge_s
       else
        i32.const 0
       end
       if
        local.get $5
        i64.const 1
        i64.add
        local.set $5
        br $while-continue|01
       end
      end
      local.get $4
      i32.const 32
      i32.add
      local.tee $0
      local.get $0
      local.get $5
      local.get $13
      i64.add
      local.get $12
      i64.sub
      i32.wrap_i64
      i32.const 3
      i32.shl
      i32.add
      local.get $12
      i32.wrap_i64
      i32.const 3
      i32.shl
      memory.copy
      local.get $4
      local.get $12
      i64.store32 offset=8
     end
    end
    local.get $4
    local.get $10
    i64.store
   end
   local.get $1
   local.get $4
   i32.store offset=28
   local.get $1
   local.get $4
   i64.extend_i32_u
   i64.store offset=48
  end
  i32.const 1
 )
 (func $assembly/limits/lock/unlockAll (param $0 i32)
  (local $1 i32)
  loop $for-loop|0
   local.get $1
   i32.const 1024
   i32.lt_u
   if
    local.get $0
    i32.load offset=60
    i32.eqz
    if
     local.get $1
     i32.const 2
     i32.shl
     i32.const 16384
     i32.add
     local.get $0
     i32.const 0
     i32.atomic.rmw.cmpxchg
     drop
    end
    local.get $1
    i32.const 1
    i32.add
    local.set $1
    br $for-loop|0
   end
  end
 )
 (func $assembly/limits/lock/lockAll (param $0 i32)
  (local $1 i32)
  (local $2 i32)
  (local $3 i32)
  loop $for-loop|0
   local.get $2
   i32.const 1024
   i32.lt_u
   if
    local.get $2
    i32.const 2
    i32.shl
    i32.const 16384
    i32.add
    local.set $3
    block $__inlined_func$assembly/limits/lock/lock$112
     local.get $0
     i32.load offset=60
     br_if $__inlined_func$assembly/limits/lock/lock$112
     loop $while-continue|0
      i32.const 0
      local.set $1
      loop $for-loop|1
       local.get $1
       i32.const 100000000
       i32.lt_s
       if
        local.get $3
        i32.const 0
        local.get $0
        i32.atomic.rmw.cmpxchg
        i32.eqz
        br_if $__inlined_func$assembly/limits/lock/lock$112
        local.get $1
        i32.const 1
        i32.add
        local.set $1
        br $for-loop|1
       end
      end
      local.get $3
      i32.atomic.load
      local.tee $1
      local.get $3
      local.get $1
      local.get $0
      i32.atomic.rmw.cmpxchg
      i32.ne
      br_if $while-continue|0
     end
    end
    local.get $2
    i32.const 1
    i32.add
    local.set $2
    br $for-loop|0
   end
  end
 )
 (func $assembly/limits/group/takeKnown (param $0 i32) (param $1 i32) (param $2 i32) (param $3 f64) (result i32)
  (local $4 i32)
  (local $5 i32)
  (local $6 i64)
  (local $7 i32)
  (local $8 i32)
  (local $9 i32)
  (local $10 i32)
  (local $11 i32)
  (local $12 i64)
  (local $13 i32)
  (local $14 i64)
  local.get $0
  i32.load offset=60
  if (result i32)
   local.get $0
   i32.load offset=88
   i32.const 8472
   i32.atomic.load
   i32.ne
  else
   i32.const 1
  end
  if
   i32.const -100
   return
  end
  local.get $1
  local.get $2
  i32.const 7
  i32.shl
  i32.add
  local.set $10
  i32.const 1
  local.set $7
  local.get $1
  local.set $2
  loop $for-loop|0
   local.get $2
   local.get $10
   i32.lt_u
   if
    local.get $0
    i32.load offset=56
    local.get $2
    i32.load offset=8
    local.tee $4
    i32.const 7
    i32.shl
    i32.add
    local.tee $8
    i32.load offset=40
    local.set $13
    local.get $8
    i32.load offset=28
    local.tee $9
    i32.eqz
    local.get $13
    i32.const 6
    i32.eq
    i32.or
    if
     i32.const -100
     return
    end
    local.get $0
    i32.load offset=8
    local.get $0
    i64.load32_u offset=12
    local.get $4
    i64.extend_i32_u
    local.get $8
    i64.load offset=64
    local.get $2
    i64.load
    i64.xor
    local.tee $6
    local.get $6
    i64.const 33
    i64.shr_u
    i64.xor
    i64.const -49064778989728563
    i64.mul
    local.tee $6
    local.get $6
    i64.const 33
    i64.shr_u
    i64.xor
    i64.const -4265267296055464877
    i64.mul
    local.tee $6
    local.get $6
    i64.const 33
    i64.shr_u
    i64.xor
    i64.const -8192
    i64.and
    i64.or
    local.tee $6
    i64.const 32
    i64.shr_u
    i64.mul
    i64.const 32
    i64.shr_u
    i32.wrap_i64
    i32.const 7
    i32.shl
    i32.add
    local.set $4
    block $__inlined_func$assembly/limits/table/find$1275
     local.get $6
     local.get $4
     local.get $6
     i64.const 13
     i64.shr_u
     i32.wrap_i64
     i32.const 7
     i32.and
     i32.const 4
     i32.shl
     i32.add
     local.tee $5
     i64.atomic.load
     i64.eq
     br_if $__inlined_func$assembly/limits/table/find$1275
     local.get $4
     i32.const 128
     i32.add
     local.set $11
     loop $for-loop|00
      local.get $4
      local.get $11
      i32.lt_u
      if
       local.get $6
       local.get $4
       local.tee $5
       i64.atomic.load
       i64.eq
       br_if $__inlined_func$assembly/limits/table/find$1275
       local.get $4
       i32.const 16
       i32.add
       local.set $4
       br $for-loop|00
      end
     end
     i32.const 0
     local.set $5
    end
    local.get $5
    if (result i32)
     local.get $1
     local.set $4
     block $__inlined_func$assembly/limits/group/isTaken$797 (result i32)
      loop $for-loop|001
       local.get $2
       local.get $4
       i32.gt_u
       if
        i32.const 1
        local.get $4
        i32.load offset=28
        local.get $5
        i32.eq
        br_if $__inlined_func$assembly/limits/group/isTaken$797
        drop
        local.get $4
        i32.const 128
        i32.add
        local.set $4
        br $for-loop|001
       end
      end
      i32.const 0
     end
    else
     i32.const 1
    end
    if
     i32.const -100
     return
    end
    local.get $13
    i32.const 3
    i32.eq
    if (result i32)
     local.get $8
     f64.load offset=88
     local.get $3
     i64.trunc_sat_f64_s
     i32.const 8448
     f64.load
     i64.trunc_sat_f64_s
     i64.add
     f64.convert_i64_s
     f64.le
    else
     i32.const 0
    end
    if
     i32.const -100
     return
    end
    local.get $5
    i64.load offset=8
    local.tee $14
    i64.const 0
    i64.lt_s
    if
     i32.const -100
     return
    end
    local.get $14
    i64.const 3
    i64.shr_s
    local.set $6
    i32.const 1
    local.set $4
    local.get $9
    local.get $2
    i32.load offset=12
    local.tee $11
    i32.lt_u
    if (result i64)
     i64.const -1
    else
     local.get $11
     if (result i64)
      local.get $8
      local.get $6
      local.get $11
      local.get $3
      call $assembly/limits/decide/decideState
     else
      local.get $6
     end
    end
    local.tee $12
    i64.const -1
    i64.eq
    if
     i32.const 2
     i32.const 0
     local.get $9
     local.get $11
     i32.lt_u
     select
     local.set $4
     local.get $8
     i32.load offset=44
     i32.const 1
     i32.and
     if
      local.get $4
      i32.const 8
      i32.or
      local.set $4
     else
      local.get $4
      local.get $7
      local.get $7
      i32.const 1
      i32.eq
      select
      local.set $7
     end
    end
    local.get $2
    local.get $5
    i32.store offset=28
    local.get $2
    local.get $4
    i32.const 1
    i32.eq
    if (result i64)
     local.get $14
     i64.const 7
     i64.and
     local.get $12
     i64.const 3
     i64.shl
     i64.or
    else
     local.get $14
    end
    i64.store offset=40
    local.get $2
    local.get $4
    i32.store offset=16
    local.get $2
    local.get $11
    i32.const 0
    local.get $4
    i32.const 1
    i32.eq
    select
    i32.store offset=72
    local.get $2
    local.get $6
    i64.store offset=48
    local.get $2
    local.get $3
    f64.store offset=56
    local.get $2
    local.get $8
    i32.store offset=20
    local.get $2
    i32.const 0
    i32.store offset=64
    local.get $2
    local.get $11
    local.get $9
    local.get $9
    local.get $11
    i32.gt_u
    select
    i32.store offset=68
    local.get $2
    i32.const 128
    i32.add
    local.set $2
    br $for-loop|0
   end
  end
  local.get $7
  i32.const 1
  i32.eq
  if
   loop $for-loop|02
    local.get $1
    local.get $10
    i32.lt_u
    if
     local.get $1
     i32.load offset=28
     local.get $1
     i64.load offset=40
     local.tee $6
     i64.store offset=8
     local.get $1
     local.get $6
     i64.const 3
     i64.shr_s
     i64.store offset=48
     local.get $1
     i32.load offset=16
     local.tee $0
     i32.const 1
     i32.eq
     if (result i32)
      i32.const 112
     else
      i32.const 80
      i32.const 120
      local.get $0
      i32.const 8
      i32.and
      select
     end
     local.get $1
     i32.load offset=20
     i32.add
     local.tee $0
     local.get $0
     f64.load
     f64.const 1
     f64.add
     f64.store
     local.get $1
     i32.const 128
     i32.add
     local.set $1
     br $for-loop|02
    end
   end
   i32.const 1
   local.set $7
  else
   loop $for-loop|03
    local.get $1
    local.get $10
    i32.lt_u
    if
     local.get $1
     i32.load offset=16
     local.set $0
     local.get $1
     i32.const 0
     i32.store offset=72
     local.get $0
     i32.const 8
     i32.and
     i32.eqz
     local.get $0
     i32.const 1
     i32.ne
     i32.and
     if
      local.get $0
      i32.const 1
      i32.eq
      if (result i32)
       i32.const 112
      else
       i32.const 80
       i32.const 120
       local.get $0
       i32.const 8
       i32.and
       select
      end
      local.get $1
      i32.load offset=20
      i32.add
      local.tee $0
      local.get $0
      f64.load
      f64.const 1
      f64.add
      f64.store
     end
     local.get $1
     i32.const 128
     i32.add
     local.set $1
     br $for-loop|03
    end
   end
  end
  local.get $7
 )
 (func $assembly/limits/cell/returned (param $0 i32) (param $1 i64) (param $2 i64) (param $3 i64) (param $4 f64) (result i64)
  (local $5 i64)
  (local $6 i32)
  (local $7 i64)
  (local $8 i64)
  local.get $0
  i32.load offset=40
  local.tee $6
  i32.eqz
  if
   local.get $3
   local.get $0
   i64.load
   local.get $4
   f64.const 1e3
   f64.const 1
   local.get $0
   i32.load offset=24
   local.tee $6
   i32.const 1
   i32.eq
   select
   f64.const 1e6
   local.get $6
   select
   f64.mul
   i64.trunc_sat_f64_s
   i64.mul
   i64.sub
   local.tee $3
   i64.const 0
   i64.gt_s
   if (result i64)
    local.get $1
    local.get $3
    local.get $0
    i64.load offset=8
    local.tee $1
    local.get $2
    i64.mul
    local.get $2
    local.get $1
    local.get $3
    i64.add
    i64.const 1
    i64.sub
    local.get $1
    i64.div_s
    i64.ge_s
    select
    i64.sub
   else
    local.get $1
   end
   return
  end
  local.get $6
  i32.const 4
  i32.eq
  if
   local.get $4
   i64.trunc_sat_f64_s
   local.get $0
   i64.load offset=32
   i64.div_s
   local.tee $7
   local.get $1
   local.get $0
   i64.load32_u offset=48
   local.tee $5
   i64.const 1
   i64.shl
   i64.shr_s
   i64.sub
   local.tee $8
   i64.const 0
   i64.gt_s
   if
    local.get $7
    local.get $5
    i64.shl
    local.set $7
    local.get $8
    i64.const 1
    i64.eq
    if (result i64)
     local.get $1
     i64.const 1
     local.get $5
     i64.shl
     i64.const 1
     i64.sub
     i64.and
    else
     i64.const 0
    end
    local.get $7
    i64.or
    local.get $5
    i64.shl
    local.set $1
   end
   block $__inlined_func$assembly/limits/sliding/slidingReturned$1376
    local.get $1
    local.get $0
    i64.load32_u offset=48
    local.tee $5
    i64.const 1
    i64.shl
    i64.shr_s
    local.get $3
    i64.sub
    local.tee $3
    i64.eqz
    if
     local.get $1
     local.get $2
     local.get $1
     i64.const 1
     local.get $5
     i64.shl
     i64.const 1
     i64.sub
     i64.and
     local.tee $1
     local.get $1
     local.get $2
     i64.gt_s
     select
     i64.sub
     local.set $1
     br $__inlined_func$assembly/limits/sliding/slidingReturned$1376
    end
    local.get $3
    i64.const 1
    i64.ne
    br_if $__inlined_func$assembly/limits/sliding/slidingReturned$1376
    local.get $1
    local.get $2
    i64.const 1
    local.get $0
    i64.load32_u offset=48
    local.tee $3
    i64.shl
    i64.const 1
    i64.sub
    local.get $1
    local.get $3
    i64.shr_s
    i64.and
    local.tee $1
    local.get $1
    local.get $2
    i64.gt_s
    select
    local.get $3
    i64.shl
    i64.sub
    local.set $1
   end
   local.get $1
   return
  end
  local.get $6
  i32.const 5
  i32.eq
  if
   local.get $1
   local.get $2
   i64.sub
   local.tee $1
   i64.const 0
   local.get $1
   i64.const 0
   i64.gt_s
   select
   return
  end
  local.get $1
  local.set $5
  block $__inlined_func$assembly/limits/window/windowReturned$1233
   local.get $3
   local.get $1
   local.get $0
   i64.load32_u offset=48
   i64.shr_s
   i64.ne
   if (result i32)
    i32.const 0
   else
    local.get $0
    local.get $1
    local.get $4
    call $assembly/limits/window/isLive
   end
   i32.eqz
   br_if $__inlined_func$assembly/limits/window/windowReturned$1233
   i64.const 0
   local.set $5
   local.get $1
   i64.const 1
   local.get $0
   i64.load32_u offset=48
   i64.shl
   i64.const 1
   i64.sub
   i64.and
   local.tee $3
   local.get $2
   i64.le_s
   if (result i32)
    local.get $0
    i32.load offset=40
    i32.const 2
    i32.eq
   else
    i32.const 0
   end
   br_if $__inlined_func$assembly/limits/window/windowReturned$1233
   local.get $1
   local.get $2
   local.get $3
   local.get $2
   local.get $3
   i64.lt_s
   select
   i64.sub
   local.set $5
  end
  local.get $5
 )
 (func $assembly/limits/cell/added (param $0 i32) (param $1 i64) (param $2 i64) (param $3 i64) (param $4 f64) (result i64)
  (local $5 i64)
  (local $6 i32)
  (local $7 i64)
  (local $8 i64)
  local.get $0
  i32.load offset=40
  local.tee $6
  i32.eqz
  if
   i64.const 1152921504606846975
   local.get $0
   i64.load offset=8
   local.tee $5
   local.get $2
   i64.mul
   local.get $1
   local.get $3
   i64.ne
   if
    local.get $1
    local.get $0
    i64.load
    local.get $4
    f64.const 1e3
    f64.const 1
    local.get $0
    i32.load offset=24
    local.tee $0
    i32.const 1
    i32.eq
    select
    f64.const 1e6
    local.get $0
    select
    f64.mul
    i64.trunc_sat_f64_s
    i64.mul
    local.tee $3
    local.get $1
    local.get $3
    i64.gt_s
    select
    local.set $1
   end
   local.get $1
   i64.add
   local.get $2
   i64.const 1152921504606846975
   local.get $1
   i64.sub
   local.get $5
   i64.div_s
   i64.gt_s
   select
   return
  end
  local.get $6
  i32.const 4
  i32.eq
  if
   local.get $4
   i64.trunc_sat_f64_s
   local.get $0
   i64.load offset=32
   i64.div_s
   local.tee $7
   local.get $1
   local.get $0
   i64.load32_u offset=48
   local.tee $5
   i64.const 1
   i64.shl
   i64.shr_s
   i64.sub
   local.tee $8
   i64.const 0
   i64.gt_s
   if
    local.get $8
    i64.const 1
    i64.eq
    if (result i64)
     local.get $1
     i64.const 1
     local.get $5
     i64.shl
     i64.const 1
     i64.sub
     i64.and
    else
     i64.const 0
    end
    local.get $7
    local.get $5
    i64.shl
    i64.or
    local.get $5
    i64.shl
    local.set $1
   end
   block $__inlined_func$assembly/limits/sliding/slidingAdded$1375
    local.get $1
    local.get $0
    i64.load32_u offset=48
    local.tee $5
    i64.const 1
    i64.shl
    i64.shr_s
    local.tee $7
    local.get $3
    i64.sub
    local.tee $3
    i64.const 0
    i64.le_s
    if
     local.get $4
     i64.trunc_sat_f64_s
     local.get $0
     i64.load offset=32
     i64.div_s
     local.tee $3
     local.get $7
     i64.sub
     local.tee $7
     i64.const 0
     i64.gt_s
     if
      local.get $7
      i64.const 1
      i64.eq
      if (result i64)
       local.get $1
       i64.const 1
       local.get $5
       i64.shl
       i64.const 1
       i64.sub
       i64.and
      else
       i64.const 0
      end
      local.get $3
      local.get $5
      i64.shl
      i64.or
      local.get $5
      i64.shl
      local.set $1
     end
     local.get $1
     local.get $2
     i64.const 1
     local.get $0
     i64.load32_u offset=48
     i64.shl
     i64.const 1
     i64.sub
     local.tee $3
     local.get $1
     local.get $3
     i64.and
     i64.sub
     local.tee $1
     local.get $1
     local.get $2
     i64.gt_s
     select
     i64.add
     local.set $1
     br $__inlined_func$assembly/limits/sliding/slidingAdded$1375
    end
    local.get $3
    i64.const 1
    i64.ne
    br_if $__inlined_func$assembly/limits/sliding/slidingAdded$1375
    local.get $1
    local.get $2
    i64.const 1
    local.get $0
    i64.load32_u offset=48
    local.tee $3
    i64.shl
    i64.const 1
    i64.sub
    local.tee $5
    local.get $5
    local.get $1
    local.get $3
    i64.shr_s
    i64.and
    i64.sub
    local.tee $1
    local.get $1
    local.get $2
    i64.gt_s
    select
    local.get $3
    i64.shl
    i64.add
    local.set $1
   end
   local.get $1
   return
  end
  local.get $6
  i32.const 5
  i32.eq
  if
   local.get $1
   return
  end
  local.get $3
  local.get $0
  i64.load32_u offset=48
  i64.shl
  local.set $5
  block $__inlined_func$assembly/limits/window/windowAdded$1229
   local.get $3
   i64.const 1099511627776
   i64.gt_s
   if (result i32)
    i32.const 0
   else
    local.get $0
    local.get $5
    local.get $4
    call $assembly/limits/window/isLive
   end
   i32.eqz
   br_if $__inlined_func$assembly/limits/window/windowAdded$1229
   local.get $0
   local.get $1
   local.get $4
   call $assembly/limits/window/isLive
   i32.eqz
   if
    local.get $0
    local.get $5
    local.get $2
    local.get $4
    call $assembly/limits/window/windowCharged
    local.set $1
    br $__inlined_func$assembly/limits/window/windowAdded$1229
   end
   local.get $3
   local.get $1
   local.get $0
   i64.load32_u offset=48
   i64.shr_s
   i64.eq
   if
    local.get $0
    local.get $1
    local.get $2
    local.get $4
    call $assembly/limits/window/windowCharged
    local.set $1
   end
  end
  local.get $1
 )
 (func $assembly/limits/apply/applyToLog (param $0 i32) (param $1 i32) (param $2 i32) (param $3 i32) (param $4 i32) (param $5 i64) (param $6 f64)
  (local $7 i64)
  (local $8 i32)
  (local $9 i32)
  (local $10 i32)
  (local $11 i64)
  (local $12 i64)
  (local $13 i64)
  (local $14 i32)
  (local $15 i32)
  (local $16 i64)
  local.get $1
  i32.load offset=20
  local.set $15
  local.get $1
  i32.load offset=28
  local.set $9
  local.get $4
  i32.eqz
  local.get $4
  i32.const 2
  i32.eq
  i32.or
  local.get $4
  i32.const 5
  i32.eq
  i32.or
  local.get $4
  i32.const 7
  i32.eq
  i32.or
  if
   local.get $5
   i64.eqz
   if
    return
   end
   local.get $1
   i32.load offset=28
   local.tee $10
   i32.eqz
   if
    local.get $1
    i64.load offset=32
    local.set $13
    i64.const 9223372036854775807
    local.set $7
    local.get $1
    i32.load offset=24
    local.set $10
    i32.const 4
    local.set $14
    loop $for-loop|0
     local.get $14
     i32.const 0
     i32.gt_s
     if
      local.get $10
      i64.load
      local.tee $11
      i64.eqz
      if (result i64)
       i64.const 0
      else
       local.get $0
       i32.load offset=56
       local.get $11
       i32.wrap_i64
       i32.const 4095
       i32.and
       i32.const 7
       i32.shl
       i32.add
       local.set $9
       i64.const 0
       local.set $16
       local.get $10
       if (result i64)
        local.get $10
        i64.load32_u offset=8
        local.set $12
        local.get $6
        f64.const 1e3
        f64.mul
        i64.trunc_sat_f64_s
        local.get $9
        i64.load offset=32
        i64.sub
        local.set $11
        loop $while-continue|0
         local.get $12
         local.get $16
         i64.gt_s
         if (result i32)
          local.get $10
          local.get $16
          i32.wrap_i64
          i32.const 3
          i32.shl
          i32.add
          i64.load offset=32
          local.get $11
          i64.le_s
         else
          i32.const 0
         end
         if
          local.get $16
          i64.const 1
          i64.add
          local.set $16
          br $while-continue|0
         end
        end
        local.get $10
        i64.load32_u offset=8
        local.get $16
        i64.sub
       else
        i64.const 0
       end
      end
      local.tee $11
      local.get $7
      i64.lt_s
      if (result i32)
       local.get $2
       local.set $9
       block $__inlined_func$assembly/limits/logs/isAsked$685 (result i32)
        loop $for-loop|00
         local.get $3
         local.get $9
         i32.gt_u
         if
          i32.const 1
          local.get $9
          i32.load offset=28
          local.get $10
          i32.eq
          br_if $__inlined_func$assembly/limits/logs/isAsked$685
          drop
          local.get $9
          i32.const 128
          i32.add
          local.set $9
          br $for-loop|00
         end
        end
        i32.const 0
       end
      else
       i32.const 1
      end
      i32.eqz
      if
       local.get $10
       local.set $8
       local.get $11
       local.set $7
      end
      local.get $10
      local.get $0
      i32.load offset=104
      i32.add
      local.set $10
      local.get $14
      i32.const 1
      i32.sub
      local.set $14
      br $for-loop|0
     end
    end
    local.get $1
    local.get $8
    if (result i32)
     local.get $7
     i64.const 0
     i64.gt_s
     if
      local.get $0
      i32.load offset=16
      local.get $0
      i32.load offset=56
      local.get $8
      i64.load
      i32.wrap_i64
      i32.const 4095
      i32.and
      i32.const 7
      i32.shl
      i32.add
      i32.load offset=104
      i32.const 40
      i32.mul
      i32.add
      local.set $2
      loop $while-continue|00
       local.get $2
       i64.atomic.load
       local.tee $11
       local.get $2
       local.get $11
       local.get $11
       i64.const 1
       i64.add
       i64.atomic.rmw.cmpxchg
       i64.ne
       br_if $while-continue|00
      end
      local.get $2
      i32.const 8
      i32.add
      local.set $2
      local.get $7
      i64.const 1099511627776
      i64.sub
      local.get $7
      local.get $7
      i64.const 1099511627776
      i64.gt_s
      select
      local.set $11
      loop $while-continue|01
       local.get $2
       i64.atomic.load
       local.tee $7
       local.get $2
       local.get $7
       local.get $7
       local.get $11
       i64.add
       i64.atomic.rmw.cmpxchg
       i64.ne
       br_if $while-continue|01
      end
     end
     local.get $8
     local.get $13
     i64.store
     local.get $8
     i32.const 0
     i32.store offset=8
     local.get $8
    else
     i32.const 0
    end
    local.tee $10
    i32.store offset=28
    local.get $1
    local.get $10
    i64.extend_i32_u
    i64.store offset=48
   end
   local.get $10
   i32.eqz
   if
    return
   end
   local.get $4
   i32.const 7
   i32.eq
   if
    block $__inlined_func$assembly/limits/log/logAdd$1222
     local.get $1
     i64.load offset=96
     local.set $12
     local.get $15
     local.get $10
     local.get $10
     local.get $0
     i32.load offset=104
     i32.add
     local.tee $0
     i64.const 0
     local.get $6
     call $assembly/limits/log/logCharge
     local.get $10
     i64.load32_u offset=8
     local.set $7
     local.get $6
     f64.const 1e3
     f64.mul
     i64.trunc_sat_f64_s
     local.get $12
     local.get $15
     i64.load offset=32
     i64.add
     i64.ge_s
     br_if $__inlined_func$assembly/limits/log/logAdd$1222
     local.get $5
     local.get $0
     local.get $10
     i32.sub
     i32.const 32
     i32.sub
     i64.extend_i32_u
     i64.const 3
     i64.shr_u
     local.get $7
     i64.sub
     local.tee $11
     local.get $5
     local.get $11
     i64.lt_s
     select
     local.set $11
     local.get $7
     local.set $5
     loop $while-continue|02
      local.get $5
      i64.const 0
      i64.gt_s
      if (result i32)
       local.get $12
       local.get $10
       local.get $5
       i64.const 1
       i64.sub
       i32.wrap_i64
       i32.const 3
       i32.shl
       i32.add
       i64.load offset=32
       i64.lt_s
      else
       i32.const 0
      end
      if
       local.get $5
       i64.const 1
       i64.sub
       local.set $5
       br $while-continue|02
      end
     end
     local.get $10
     i32.const 32
     i32.add
     local.get $5
     i32.wrap_i64
     i32.const 3
     i32.shl
     i32.add
     local.tee $0
     local.get $11
     i32.wrap_i64
     i32.const 3
     i32.shl
     i32.add
     local.get $0
     local.get $7
     local.get $5
     i64.sub
     i32.wrap_i64
     i32.const 3
     i32.shl
     memory.copy
     i32.const 0
     local.set $1
     loop $for-loop|1
      local.get $1
      local.get $11
      i32.wrap_i64
      i32.lt_u
      if
       local.get $0
       local.get $1
       i32.const 3
       i32.shl
       i32.add
       local.get $12
       i64.store
       local.get $1
       i32.const 1
       i32.add
       local.set $1
       br $for-loop|1
      end
     end
     local.get $10
     local.get $7
     local.get $11
     i64.add
     i64.store32 offset=8
    end
   else
    local.get $15
    local.get $10
    local.get $10
    local.get $0
    i32.load offset=104
    i32.add
    local.get $5
    local.get $6
    call $assembly/limits/log/logCharge
   end
   return
  end
  local.get $9
  i32.eqz
  if
   return
  end
  local.get $4
  i32.const 4
  i32.eq
  if
   local.get $9
   local.get $9
   i64.load32_u offset=8
   local.tee $5
   i64.const 2147483647
   local.get $5
   local.get $5
   i64.const 2147483647
   i64.gt_u
   select
   i64.sub
   i64.store32 offset=8
  else
   local.get $4
   i32.const 3
   i32.eq
   if
    local.get $9
    local.get $9
    i64.load32_u offset=8
    local.tee $7
    local.get $5
    local.get $7
    local.get $5
    local.get $7
    i64.lt_s
    select
    i64.sub
    i64.store32 offset=8
   else
    local.get $4
    i32.const 6
    i32.eq
    if
     local.get $1
     i64.load offset=96
     local.set $13
     local.get $9
     i64.load32_u offset=8
     local.set $12
     loop $for-loop|01
      local.get $7
      local.get $12
      i64.lt_s
      if
       block $for-continue|0
        local.get $13
        local.get $9
        local.get $7
        i32.wrap_i64
        i32.const 3
        i32.shl
        i32.add
        i64.load offset=32
        local.tee $11
        i64.eq
        local.get $5
        i64.const 0
        i64.gt_s
        i32.and
        if
         local.get $5
         i64.const 1
         i64.sub
         local.set $5
         br $for-continue|0
        end
        local.get $9
        local.get $16
        i32.wrap_i64
        i32.const 3
        i32.shl
        i32.add
        local.get $11
        i64.store offset=32
        local.get $16
        i64.const 1
        i64.add
        local.set $16
       end
       local.get $7
       i64.const 1
       i64.add
       local.set $7
       br $for-loop|01
      end
     end
     local.get $9
     local.get $16
     i64.store32 offset=8
    end
   end
  end
 )
 (func $assembly/limits/apply/apply (param $0 i32) (param $1 i32) (param $2 i32) (param $3 i32) (param $4 i32) (param $5 f64)
  (local $6 i64)
  (local $7 i64)
  (local $8 i64)
  (local $9 i64)
  (local $10 i64)
  (local $11 i64)
  (local $12 i64)
  local.get $1
  i64.load offset=120
  local.set $7
  local.get $1
  i32.load offset=20
  i32.load offset=40
  i32.const 6
  i32.eq
  if
   local.get $0
   local.get $1
   local.get $2
   local.get $3
   local.get $4
   local.get $7
   local.get $5
   call $assembly/limits/apply/applyToLog
  else
   local.get $1
   i32.load offset=20
   local.set $2
   local.get $1
   i64.load offset=48
   local.set $6
   block $__inlined_func$assembly/limits/apply/applied$1234
    local.get $4
    i32.const 4
    i32.eq
    if
     local.get $1
     local.get $1
     i64.load offset=32
     i64.const -4097
     i64.and
     i64.store offset=32
     i64.const 0
     local.set $6
     br $__inlined_func$assembly/limits/apply/applied$1234
    end
    local.get $1
    i32.load offset=28
    i32.eqz
    local.get $4
    i32.const 7
    i32.ne
    i32.and
    if (result i32)
     local.get $4
     i32.const 5
     i32.eq
     local.get $4
     i32.const 2
     i32.le_u
     i32.or
    else
     i32.const 1
    end
    i32.eqz
    br_if $__inlined_func$assembly/limits/apply/applied$1234
    local.get $4
    i32.const 3
    i32.eq
    if
     local.get $7
     i64.const 0
     i64.ne
     if
      block $__inlined_func$assembly/limits/cell/given$1356 (result i64)
       local.get $2
       i32.load offset=40
       local.tee $0
       i32.eqz
       if
        local.get $2
        i64.load offset=8
        local.set $8
        local.get $6
        local.get $2
        i64.load
        local.get $5
        f64.const 1e3
        f64.const 1
        local.get $2
        i32.load offset=24
        local.tee $0
        i32.const 1
        i32.eq
        select
        f64.const 1e6
        local.get $0
        select
        f64.mul
        i64.trunc_sat_f64_s
        i64.mul
        local.tee $9
        i64.sub
        local.tee $10
        i64.const 0
        i64.gt_s
        if (result i64)
         local.get $9
         local.get $6
         local.get $7
         local.get $8
         i64.mul
         i64.sub
         local.get $7
         local.get $8
         local.get $10
         i64.add
         i64.const 1
         i64.sub
         local.get $8
         i64.div_s
         i64.ge_s
         select
        else
         local.get $6
        end
        br $__inlined_func$assembly/limits/cell/given$1356
       end
       local.get $0
       i32.const 4
       i32.eq
       if
        local.get $5
        i64.trunc_sat_f64_s
        local.get $2
        i64.load offset=32
        i64.div_s
        local.tee $8
        local.get $6
        local.get $2
        i64.load32_u offset=48
        local.tee $9
        i64.const 1
        i64.shl
        i64.shr_s
        i64.sub
        local.tee $10
        i64.const 0
        i64.gt_s
        if
         local.get $8
         local.get $9
         i64.shl
         local.set $8
         local.get $10
         i64.const 1
         i64.eq
         if (result i64)
          local.get $6
          i64.const 1
          local.get $9
          i64.shl
          i64.const 1
          i64.sub
          i64.and
         else
          i64.const 0
         end
         local.get $8
         i64.or
         local.get $9
         i64.shl
         local.set $6
        end
        local.get $7
        local.get $7
        local.get $6
        i64.const 1
        local.get $2
        i64.load32_u offset=48
        local.tee $11
        i64.shl
        i64.const 1
        i64.sub
        local.tee $12
        i64.and
        local.tee $8
        local.get $7
        local.get $8
        i64.lt_s
        select
        local.tee $7
        i64.sub
        local.set $8
        local.get $6
        local.get $7
        i64.sub
        local.get $8
        local.get $12
        local.get $6
        local.get $11
        i64.shr_s
        i64.and
        local.tee $6
        local.get $6
        local.get $8
        i64.gt_s
        select
        local.get $11
        i64.shl
        i64.sub
        br $__inlined_func$assembly/limits/cell/given$1356
       end
       local.get $0
       i32.const 5
       i32.eq
       if
        local.get $6
        local.get $7
        i64.sub
        local.tee $6
        i64.const 0
        local.get $6
        i64.const 0
        i64.gt_s
        select
        br $__inlined_func$assembly/limits/cell/given$1356
       end
       local.get $2
       local.get $6
       local.get $5
       call $assembly/limits/window/isLive
       if (result i64)
        local.get $6
        local.get $7
        local.get $6
        i64.const 1
        local.get $2
        i64.load32_u offset=48
        i64.shl
        i64.const 1
        i64.sub
        i64.and
        local.tee $6
        local.get $6
        local.get $7
        i64.gt_s
        select
        i64.sub
       else
        local.get $6
       end
      end
      local.set $6
     end
     br $__inlined_func$assembly/limits/apply/applied$1234
    end
    local.get $4
    i32.const 7
    i32.eq
    local.get $4
    i32.const 6
    i32.eq
    i32.or
    if
     local.get $0
     i32.load offset=56
     local.get $1
     i32.load offset=104
     i32.const 7
     i32.shl
     i32.add
     local.tee $0
     i32.load offset=40
     local.get $2
     i32.load offset=40
     i32.eq
     if (result i32)
      local.get $0
      i64.load
      local.get $2
      i64.load
      i64.eq
     else
      i32.const 0
     end
     if (result i32)
      local.get $0
      i64.load offset=8
      local.get $2
      i64.load offset=8
      i64.eq
     else
      i32.const 0
     end
     if (result i32)
      local.get $0
      i32.load offset=24
      local.get $2
      i32.load offset=24
      i32.eq
     else
      i32.const 0
     end
     if (result i32)
      local.get $0
      i64.load offset=32
      local.get $2
      i64.load offset=32
      i64.eq
     else
      i32.const 0
     end
     if (result i32)
      local.get $0
      i32.load offset=48
      local.get $2
      i32.load offset=48
      i32.eq
     else
      i32.const 0
     end
     if (result i64)
      local.get $1
      i64.load offset=96
     else
      i64.const 2305843009213693952
     end
     local.set $8
     local.get $4
     i32.const 7
     i32.eq
     if
      local.get $2
      local.get $6
      local.get $7
      local.get $8
      local.get $5
      call $assembly/limits/cell/added
      local.set $6
      br $__inlined_func$assembly/limits/apply/applied$1234
     end
     local.get $2
     local.get $6
     local.get $7
     local.get $8
     local.get $5
     call $assembly/limits/cell/returned
     local.set $6
     br $__inlined_func$assembly/limits/apply/applied$1234
    end
    local.get $7
    i64.const 0
    i64.ne
    if
     local.get $2
     local.get $6
     local.get $7
     local.get $5
     call $assembly/limits/cell/charged
     local.set $6
    end
   end
   local.get $1
   i64.load offset=32
   local.set $7
   local.get $1
   i32.load offset=28
   local.set $0
   local.get $1
   local.get $6
   i64.store offset=48
   local.get $0
   if
    block $__inlined_func$assembly/limits/table/release$61
     local.get $1
     i64.load offset=40
     local.set $8
     local.get $7
     local.get $0
     i64.atomic.load
     i64.eq
     if
      local.get $0
      i32.const 8
      i32.add
      local.get $8
      i64.const 7
      i64.and
      local.get $6
      i64.const 3
      i64.shl
      i64.or
      i64.atomic.store
      br $__inlined_func$assembly/limits/table/release$61
     end
     local.get $0
     local.get $7
     i64.atomic.store
     local.get $0
     i32.const 8
     i32.add
     local.get $8
     i64.const 1
     i64.add
     i64.const 7
     i64.and
     local.get $6
     i64.const 3
     i64.shl
     i64.or
     i64.atomic.store
    end
   end
  end
 )
 (func $assembly/limits/admin/sweep (param $0 i32) (param $1 i32) (param $2 i32) (param $3 f64)
  (local $4 i32)
  (local $5 i32)
  (local $6 i64)
  (local $7 i32)
  local.get $0
  local.get $1
  local.get $2
  f64.const 315576e6
  local.get $3
  local.get $3
  f64.const 315576e6
  f64.gt
  select
  f64.const 0
  local.get $3
  f64.const 0
  f64.gt
  select
  call $assembly/limits/table/sweepTable
  loop $for-loop|0
   local.get $4
   i32.const 1024
   i32.lt_u
   if
    local.get $4
    i32.const 2
    i32.shl
    i32.const 16384
    i32.add
    local.set $7
    block $__inlined_func$assembly/limits/lock/lock$112
     local.get $0
     i32.load offset=60
     br_if $__inlined_func$assembly/limits/lock/lock$112
     loop $while-continue|0
      i32.const 0
      local.set $5
      loop $for-loop|1
       local.get $5
       i32.const 100000000
       i32.lt_s
       if
        local.get $7
        i32.const 0
        local.get $0
        i32.atomic.rmw.cmpxchg
        i32.eqz
        br_if $__inlined_func$assembly/limits/lock/lock$112
        local.get $5
        i32.const 1
        i32.add
        local.set $5
        br $for-loop|1
       end
      end
      local.get $7
      i32.atomic.load
      local.tee $5
      local.get $7
      local.get $5
      local.get $0
      i32.atomic.rmw.cmpxchg
      i32.ne
      br_if $while-continue|0
     end
    end
    local.get $4
    i32.const 1
    i32.add
    local.set $4
    br $for-loop|0
   end
  end
  local.get $0
  i32.load offset=104
  local.set $7
  local.get $0
  i32.load offset=96
  local.set $4
  local.get $0
  i32.load offset=100
  i32.const 2
  i32.shl
  local.set $5
  loop $for-loop|00
   local.get $5
   if
    local.get $1
    local.get $4
    i64.load
    local.tee $6
    i32.wrap_i64
    i32.const 4095
    i32.and
    i32.eq
    if
     local.get $2
     if
      local.get $4
      local.get $2
      i64.extend_i32_u
      local.get $6
      i64.const -4096
      i64.and
      i64.or
      i64.store
     else
      local.get $4
      i64.const 0
      i64.store
      local.get $4
      i32.const 0
      i32.store offset=8
     end
    end
    local.get $4
    local.get $7
    i32.add
    local.set $4
    local.get $5
    i32.const 1
    i32.sub
    local.set $5
    br $for-loop|00
   end
  end
  i32.const 0
  local.set $4
  loop $for-loop|001
   local.get $4
   i32.const 1024
   i32.lt_u
   if
    local.get $0
    i32.load offset=60
    i32.eqz
    if
     local.get $4
     i32.const 2
     i32.shl
     i32.const 16384
     i32.add
     local.get $0
     i32.const 0
     i32.atomic.rmw.cmpxchg
     drop
    end
    local.get $4
    i32.const 1
    i32.add
    local.set $4
    br $for-loop|001
   end
  end
  local.get $0
  i32.const 0
  local.get $1
  local.get $2
  f64.const 315576e6
  local.get $3
  local.get $3
  f64.const 315576e6
  f64.gt
  select
  f64.const 0
  local.get $3
  f64.const 0
  f64.gt
  select
  call $assembly/limits/settle/dropKeyLeases
  local.get $2
  if
   return
  end
  local.get $0
  i32.load offset=16
  local.get $1
  i32.const 40
  i32.mul
  i32.add
  local.set $4
  i32.const 0
  local.set $2
  loop $for-loop|0012
   local.get $2
   i32.const 40
   i32.lt_u
   if
    local.get $2
    local.get $4
    i32.add
    i64.const 0
    i64.atomic.store
    local.get $2
    i32.const 8
    i32.add
    local.set $2
    br $for-loop|0012
   end
  end
  block $__inlined_func$assembly/limits/lock/lock$119
   local.get $0
   i32.load offset=60
   br_if $__inlined_func$assembly/limits/lock/lock$119
   loop $while-continue|03
    i32.const 0
    local.set $2
    loop $for-loop|14
     local.get $2
     i32.const 100000000
     i32.lt_s
     if
      i32.const 20480
      i32.const 0
      local.get $0
      i32.atomic.rmw.cmpxchg
      i32.eqz
      br_if $__inlined_func$assembly/limits/lock/lock$119
      local.get $2
      i32.const 1
      i32.add
      local.set $2
      br $for-loop|14
     end
    end
    i32.const 20480
    i32.atomic.load
    local.tee $2
    i32.const 20480
    local.get $2
    local.get $0
    i32.atomic.rmw.cmpxchg
    i32.ne
    br_if $while-continue|03
   end
  end
  local.get $0
  i32.load offset=116
  local.set $4
  local.get $0
  i32.load offset=120
  local.set $5
  loop $for-loop|02
   local.get $5
   if
    local.get $1
    local.get $4
    i64.atomic.load
    local.tee $6
    i32.wrap_i64
    i32.const 4095
    i32.and
    i32.eq
    local.get $6
    i64.const 1
    i64.gt_u
    i32.and
    if
     local.get $4
     i64.const 1
     i64.atomic.store
     loop $while-continue|00
      i32.const 8476
      i32.atomic.load
      local.tee $2
      i32.const 8476
      local.get $2
      local.get $2
      i32.const 1
      i32.sub
      i32.atomic.rmw.cmpxchg
      i32.ne
      br_if $while-continue|00
     end
    end
    local.get $4
    i32.const 32
    i32.add
    local.set $4
    local.get $5
    i32.const 1
    i32.sub
    local.set $5
    br $for-loop|02
   end
  end
  local.get $0
  i32.load offset=60
  i32.eqz
  if
   i32.const 20480
   local.get $0
   i32.const 0
   i32.atomic.rmw.cmpxchg
   drop
  end
 )
 (func $assembly/limits/admin/setOverride (param $0 i32) (param $1 i32) (param $2 f64) (result i32)
  local.get $0
  i32.const 0
  f64.const 0
  local.get $1
  local.get $2
  call $assembly/limits/admin/except
 )
 (func $assembly/limits/admin/restoreEntry (param $0 i32) (param $1 f64)
  (local $2 i64)
  local.get $0
  local.get $0
  i32.load offset=8
  local.get $0
  i64.load32_u offset=12
  local.get $0
  i32.const 192
  i32.add
  local.tee $0
  i64.load offset=32
  local.tee $2
  i64.const 32
  i64.shr_u
  i64.mul
  i64.const 32
  i64.shr_u
  i32.wrap_i64
  i32.const 7
  i32.shl
  i32.add
  local.get $2
  local.get $0
  i64.load offset=48
  f64.const 315576e6
  local.get $1
  local.get $1
  f64.const 315576e6
  f64.gt
  select
  f64.const 0
  local.get $1
  f64.const 0
  f64.gt
  select
  call $assembly/limits/table/insert
  drop
 )
 (func $assembly/limits/admin/entries (param $0 i32) (param $1 i32) (result i32)
  (local $2 i32)
  (local $3 i32)
  (local $4 i64)
  (local $5 i32)
  (local $6 i32)
  (local $7 i32)
  local.get $0
  i32.load offset=8
  local.tee $7
  local.get $0
  i32.load offset=12
  i32.const 7
  i32.shl
  i32.add
  local.set $2
  loop $for-loop|0
   local.get $2
   local.get $7
   i32.gt_u
   if
    local.get $3
    i32.const 1
    i32.add
    local.get $3
    local.get $7
    i64.atomic.load
    local.tee $4
    i64.const 0
    i64.ne
    if (result i32)
     local.get $1
     local.get $0
     i32.load offset=56
     local.get $4
     i32.wrap_i64
     i32.const 4095
     i32.and
     i32.const 7
     i32.shl
     i32.add
     i32.load offset=104
     i32.eq
    else
     i32.const 0
    end
    select
    local.set $3
    local.get $7
    i32.const 16
    i32.add
    local.set $7
    br $for-loop|0
   end
  end
  local.get $3
  i32.const 0
  local.set $7
  local.get $0
  i32.load offset=104
  local.set $5
  local.get $0
  i32.load offset=96
  local.set $3
  local.get $0
  i32.load offset=100
  i32.const 2
  i32.shl
  local.set $6
  loop $for-loop|00
   local.get $6
   if
    local.get $7
    i32.const 1
    i32.add
    local.get $7
    local.get $3
    i64.load
    local.tee $4
    i64.const 0
    i64.ne
    if (result i32)
     local.get $1
     local.get $0
     i32.load offset=56
     local.get $4
     i32.wrap_i64
     i32.const 4095
     i32.and
     i32.const 7
     i32.shl
     i32.add
     i32.load offset=104
     i32.eq
    else
     i32.const 0
    end
    select
    local.set $7
    local.get $3
    local.get $5
    i32.add
    local.set $3
    local.get $6
    i32.const 1
    i32.sub
    local.set $6
    br $for-loop|00
   end
  end
  local.get $7
  i32.add
 )
 (func $assembly/limits/admin/block (param $0 i32) (param $1 f64) (param $2 f64) (result i32)
  local.get $0
  i32.const 1
  local.get $1
  i32.const 0
  local.get $2
  call $assembly/limits/admin/except
 )
 (func $assembly/index/unitHash (param $0 i32) (param $1 i32) (result i32)
  local.get $0
  local.get $1
  i64.extend_i32_u
  call $assembly/flags/fractional/hashUnit
 )
 (func $assembly/index/trace (param $0 i32) (param $1 i32) (param $2 i32) (param $3 i32) (result i32)
  local.get $0
  i32.const 0
  i32.store offset=76
  local.get $0
  local.get $1
  local.get $2
  local.get $3
  call $assembly/flags/evaluate/run<f64>
 )
 (func $assembly/index/siphash128 (param $0 i32) (param $1 i32) (param $2 i32) (param $3 i32)
  local.get $0
  i64.load
  local.get $0
  i64.load offset=8
  local.get $1
  local.get $2
  local.get $3
  call $assembly/hash/siphash128/siphash128
 )
 (func $assembly/index/makeHmac (param $0 i32) (param $1 i32) (param $2 i32) (param $3 i32)
  local.get $0
  local.get $1
  local.get $2
  local.get $3
  call $assembly/hash/hmac/hmacMidstates
 )
 (func $assembly/index/indexRemove (param $0 i32) (param $1 i32) (param $2 i32) (param $3 i32)
  (local $4 i64)
  (local $5 i32)
  (local $6 i64)
  local.get $0
  i32.load offset=148
  local.set $5
  i32.const 0
  local.set $0
  local.get $2
  i64.extend_i32_u
  local.get $1
  i64.load
  local.tee $4
  i64.const 32
  i64.shr_u
  i64.const 4
  i64.shl
  i64.or
  local.set $6
  block $__inlined_func$assembly/identity/lookup/findPlace$97
   loop $for-loop|0
    local.get $0
    i32.const 16
    i32.lt_u
    if
     local.get $4
     i32.wrap_i64
     local.set $1
     local.get $5
     i32.load offset=32
     local.get $5
     i64.load32_u offset=36
     local.get $0
     i32.const 3
     i32.shr_u
     if (result i32)
      local.get $1
      local.get $4
      i64.const 32
      i64.shr_u
      i32.wrap_i64
      i32.xor
      i32.const -1640531535
      i32.mul
     else
      local.get $1
     end
     i64.extend_i32_u
     i64.mul
     i64.const 32
     i64.shr_u
     i32.wrap_i64
     i32.const 6
     i32.shl
     i32.add
     local.get $0
     i32.const 7
     i32.and
     i32.const 3
     i32.shl
     i32.add
     i64.atomic.load
     i64.const 28
     i64.shr_u
     local.get $6
     i64.eq
     br_if $__inlined_func$assembly/identity/lookup/findPlace$97
     local.get $0
     i32.const 1
     i32.add
     local.set $0
     br $for-loop|0
    end
   end
   i32.const 16
   local.set $0
  end
  loop $for-loop|00
   local.get $0
   i32.const 16
   i32.lt_u
   if
    local.get $4
    i32.wrap_i64
    local.set $1
    local.get $3
    local.get $5
    i32.load offset=32
    local.get $5
    i64.load32_u offset=36
    local.get $0
    i32.const 3
    i32.shr_u
    if (result i32)
     local.get $1
     local.get $4
     i64.const 32
     i64.shr_u
     i32.wrap_i64
     i32.xor
     i32.const -1640531535
     i32.mul
    else
     local.get $1
    end
    i64.extend_i32_u
    i64.mul
    i64.const 32
    i64.shr_u
    i32.wrap_i64
    i32.const 6
    i32.shl
    i32.add
    local.get $0
    i32.const 7
    i32.and
    i32.const 3
    i32.shl
    i32.add
    i64.atomic.load
    i32.wrap_i64
    i32.const 268435455
    i32.and
    i32.eq
    if
     local.get $4
     i32.wrap_i64
     local.set $1
     local.get $5
     i32.load offset=32
     local.get $5
     i64.load32_u offset=36
     local.get $0
     i32.const 3
     i32.shr_u
     if (result i32)
      local.get $1
      local.get $4
      i64.const 32
      i64.shr_u
      i32.wrap_i64
      i32.xor
      i32.const -1640531535
      i32.mul
     else
      local.get $1
     end
     i64.extend_i32_u
     i64.mul
     i64.const 32
     i64.shr_u
     i32.wrap_i64
     i32.const 6
     i32.shl
     i32.add
     local.get $0
     i32.const 7
     i32.and
     i32.const 3
     i32.shl
     i32.add
     i64.const 0
     i64.atomic.store
    end
    local.get $0
    i32.const 1
    i32.add
    local.set $0
    local.get $2
    i64.extend_i32_u
    local.get $4
    i64.const 32
    i64.shr_u
    i64.const 4
    i64.shl
    i64.or
    local.set $6
    block $__inlined_func$assembly/identity/lookup/findPlace$99
     loop $for-loop|01
      local.get $0
      i32.const 16
      i32.lt_u
      if
       local.get $4
       i32.wrap_i64
       local.set $1
       local.get $5
       i32.load offset=32
       local.get $5
       i64.load32_u offset=36
       local.get $0
       i32.const 3
       i32.shr_u
       if (result i32)
        local.get $1
        local.get $4
        i64.const 32
        i64.shr_u
        i32.wrap_i64
        i32.xor
        i32.const -1640531535
        i32.mul
       else
        local.get $1
       end
       i64.extend_i32_u
       i64.mul
       i64.const 32
       i64.shr_u
       i32.wrap_i64
       i32.const 6
       i32.shl
       i32.add
       local.get $0
       i32.const 7
       i32.and
       i32.const 3
       i32.shl
       i32.add
       i64.atomic.load
       i64.const 28
       i64.shr_u
       local.get $6
       i64.eq
       br_if $__inlined_func$assembly/identity/lookup/findPlace$99
       local.get $0
       i32.const 1
       i32.add
       local.set $0
       br $for-loop|01
      end
     end
     i32.const 16
     local.set $0
    end
    br $for-loop|00
   end
  end
 )
 (func $assembly/index/indexNumber (param $0 i32) (param $1 i32) (param $2 i32) (result i32)
  (local $3 i64)
  local.get $1
  i64.load
  local.tee $3
  i32.wrap_i64
  local.set $1
  local.get $0
  i32.load offset=148
  local.tee $0
  i32.load offset=32
  local.get $0
  i64.load32_u offset=36
  local.get $2
  i32.const 3
  i32.shr_u
  if (result i32)
   local.get $1
   local.get $3
   i64.const 32
   i64.shr_u
   i32.wrap_i64
   i32.xor
   i32.const -1640531535
   i32.mul
  else
   local.get $1
  end
  i64.extend_i32_u
  i64.mul
  i64.const 32
  i64.shr_u
  i32.wrap_i64
  i32.const 6
  i32.shl
  i32.add
  local.get $2
  i32.const 7
  i32.and
  i32.const 3
  i32.shl
  i32.add
  i64.atomic.load
  i32.wrap_i64
  i32.const 268435455
  i32.and
 )
 (func $assembly/index/indexInsert (param $0 i32) (param $1 i32) (param $2 i32) (param $3 i32) (result i32)
  local.get $0
  i32.load offset=148
  local.get $1
  i64.load
  local.get $2
  local.get $3
  call $assembly/identity/lookup/insertEntry
 )
 (func $assembly/index/indexFind (param $0 i32) (param $1 i32) (param $2 i32) (param $3 i32) (result i32)
  (local $4 i64)
  (local $5 i64)
  local.get $0
  i32.load offset=148
  local.set $0
  local.get $2
  i64.extend_i32_u
  local.get $1
  i64.load
  local.tee $4
  i64.const 32
  i64.shr_u
  i64.const 4
  i64.shl
  i64.or
  local.set $5
  block $__inlined_func$assembly/identity/lookup/findPlace$91
   loop $for-loop|0
    local.get $3
    i32.const 16
    i32.lt_u
    if
     local.get $4
     i32.wrap_i64
     local.set $1
     local.get $0
     i32.load offset=32
     local.get $0
     i64.load32_u offset=36
     local.get $3
     i32.const 3
     i32.shr_u
     if (result i32)
      local.get $1
      local.get $4
      i64.const 32
      i64.shr_u
      i32.wrap_i64
      i32.xor
      i32.const -1640531535
      i32.mul
     else
      local.get $1
     end
     i64.extend_i32_u
     i64.mul
     i64.const 32
     i64.shr_u
     i32.wrap_i64
     i32.const 6
     i32.shl
     i32.add
     local.get $3
     i32.const 7
     i32.and
     i32.const 3
     i32.shl
     i32.add
     i64.atomic.load
     i64.const 28
     i64.shr_u
     local.get $5
     i64.eq
     br_if $__inlined_func$assembly/identity/lookup/findPlace$91
     local.get $3
     i32.const 1
     i32.add
     local.set $3
     br $for-loop|0
    end
   end
   i32.const 16
   local.set $3
  end
  local.get $3
 )
 (func $assembly/index/hashSha256 (param $0 i32) (param $1 i32) (param $2 i32) (param $3 i32) (param $4 i32)
  (local $5 i32)
  local.get $0
  i32.const 1779033703
  i32.store
  local.get $0
  i32.const -1150833019
  i32.store offset=4
  local.get $0
  i32.const 1013904242
  i32.store offset=8
  local.get $0
  i32.const -1521486534
  i32.store offset=12
  local.get $0
  i32.const 1359893119
  i32.store offset=16
  local.get $0
  i32.const -1694144372
  i32.store offset=20
  local.get $0
  i32.const 528734635
  i32.store offset=24
  local.get $0
  i32.const 1541459225
  i32.store offset=28
  local.get $0
  local.get $1
  local.get $2
  i32.const 0
  local.get $4
  call $assembly/hash/sha256/sha256
  loop $for-loop|0
   local.get $5
   i32.const 32
   i32.lt_u
   if
    local.get $3
    local.get $5
    i32.add
    local.get $0
    local.get $5
    i32.add
    i32.load
    local.tee $1
    i32.const -16711936
    i32.and
    i32.const 8
    i32.rotl
    local.get $1
    i32.const 16711935
    i32.and
    i32.const 8
    i32.rotr
    i32.or
    i32.store
    local.get $5
    i32.const 4
    i32.add
    local.set $5
    br $for-loop|0
   end
  end
 )
 (func $assembly/index/hashLimitKey (param $0 i32) (param $1 i32) (param $2 i32) (param $3 i32)
  local.get $3
  local.get $0
  i64.load offset=32
  local.get $0
  i64.load offset=40
  local.get $1
  local.get $2
  call $assembly/hash/siphash/siphash
  i64.store
 )
 (func $assembly/index/hashKey (param $0 i32) (param $1 i32) (param $2 i32)
  local.get $0
  local.get $0
  i32.const 2368
  i32.add
  local.get $1
  i32.const 24
  i32.mul
  i32.add
  local.get $2
  call $assembly/limits/key/hashKeyBytes
 )
 (func $assembly/index/hashIdentity (param $0 i32) (param $1 i32) (param $2 i32) (param $3 i32)
  local.get $3
  local.get $0
  i32.load offset=148
  local.tee $0
  i64.load offset=16
  local.get $0
  i64.load offset=24
  local.get $1
  local.get $2
  call $assembly/hash/siphash/siphash
  i64.store
 )
 (func $assembly/index/hashHmac (param $0 i32) (param $1 i32) (param $2 i32) (param $3 i32) (param $4 i32)
  local.get $0
  local.get $1
  local.get $2
  local.get $3
  local.get $4
  call $assembly/hash/hmac/hmac
 )
 (func $assembly/index/evaluatePinned (param $0 i32) (param $1 i32) (param $2 i32) (param $3 i32) (param $4 i32) (result i32)
  (local $5 i32)
  local.get $0
  i32.const 4
  i32.add
  local.tee $5
  local.get $4
  i32.atomic.store
  local.get $4
  i32.const 8200
  i32.atomic.load
  i32.eq
  if (result i32)
   i32.const 1
  else
   local.get $5
   i32.const 0
   i32.atomic.store
   i32.const 0
  end
  i32.eqz
  if
   i32.const -1
   return
  end
  local.get $0
  local.get $1
  local.get $2
  local.get $3
  call $assembly/flags/evaluate/run<i32>
  local.get $0
  i32.const 4
  i32.add
  i32.const 0
  i32.atomic.store
 )
 (func $assembly/index/evaluateMany (param $0 i32) (param $1 i32) (param $2 i32) (param $3 i32)
  (local $4 i32)
  (local $5 i32)
  local.get $1
  local.get $1
  i32.load offset=20
  i32.add
  local.set $5
  local.get $0
  i32.load offset=80
  local.set $4
  loop $for-loop|0
   local.get $3
   if
    local.get $4
    local.get $0
    local.get $1
    local.get $5
    local.get $4
    i32.load
    i32.const 56
    i32.mul
    i32.add
    local.get $2
    call $assembly/flags/many/outcomeOf
    i32.store
    local.get $4
    i32.const 4
    i32.add
    local.set $4
    local.get $3
    i32.const 1
    i32.sub
    local.set $3
    br $for-loop|0
   end
  end
 )
 (func $assembly/index/evaluate (param $0 i32) (param $1 i32) (param $2 i32) (param $3 i32) (result i32)
  local.get $0
  local.get $1
  local.get $2
  local.get $3
  call $assembly/flags/evaluate/run<i32>
 )
 (func $assembly/index/decidePinned (param $0 i32) (param $1 i32) (param $2 i32) (param $3 i32) (param $4 i32) (param $5 i32) (param $6 i32) (param $7 f64) (result i32)
  (local $8 i32)
  local.get $0
  i32.const 4
  i32.add
  local.tee $8
  local.get $2
  i32.atomic.store
  local.get $2
  i32.const 8200
  i32.atomic.load
  i32.eq
  if (result i32)
   i32.const 1
  else
   local.get $8
   i32.const 0
   i32.atomic.store
   i32.const 0
  end
  i32.eqz
  if
   i32.const -12
   return
  end
  local.get $0
  local.get $1
  local.get $2
  local.get $3
  local.get $4
  local.get $5
  local.get $6
  local.get $7
  call $assembly/gate/decide/decide
  local.get $0
  i32.const 4
  i32.add
  i32.const 0
  i32.atomic.store
 )
 (func $assembly/identity/credential/admit (param $0 i32) (param $1 i32) (result i32)
  (local $2 i32)
  (local $3 i32)
  (local $4 i64)
  (local $5 i32)
  (local $6 i32)
  local.get $0
  i32.load offset=148
  local.set $3
  local.get $0
  i32.load offset=156
  local.tee $6
  local.get $1
  call $assembly/identity/key-shape/keyIdLength
  local.tee $5
  if
   local.get $3
   i64.load offset=16
   local.get $3
   i64.load offset=24
   local.get $6
   local.get $5
   call $assembly/hash/siphash/siphash
   local.set $4
   loop $for-loop|0
    local.get $2
    i32.const 2
    i32.lt_s
    if
     local.get $0
     local.get $1
     local.get $4
     i32.const 4
     i32.const 1
     local.get $2
     select
     local.get $5
     call $assembly/identity/credential/admitFrom
     local.tee $6
     if
      local.get $6
      return
     end
     local.get $2
     i32.const 1
     i32.add
     local.set $2
     br $for-loop|0
    end
   end
  end
  local.get $3
  i32.const 60
  i32.add
  i32.atomic.load
  i32.eqz
  if
   i32.const 0
   return
  end
  i32.const 0
  local.set $2
  loop $for-loop|1
   local.get $2
   i32.const 8
   i32.le_u
   if
    block $for-continue|1
     local.get $0
     local.get $1
     local.get $0
     local.get $3
     local.get $1
     local.get $2
     if (result i32)
      local.get $2
      i32.const 6
      i32.shl
      local.get $3
      i32.add
      i32.const 960
      i32.add
      i64.load
      i64.eqz
      br_if $for-continue|1
      local.get $2
      i32.const 1
      i32.sub
      i32.const 16
      i32.shl
      i32.const 32
      i32.or
     else
      i32.const 0
     end
     call $assembly/identity/credential/digestOf
     i64.load
     i32.const 2
     i32.const 0
     call $assembly/identity/credential/admitFrom
     local.tee $5
     if
      local.get $5
      return
     end
    end
    local.get $2
    i32.const 1
    i32.add
    local.set $2
    br $for-loop|1
   end
  end
  i32.const 0
 )
 (func $assembly/hash/prefix/murmur3Prefix (param $0 i32) (param $1 i32) (result i32)
  (local $2 i32)
  local.get $0
  local.get $1
  i32.const -4
  i32.and
  i32.add
  local.set $1
  loop $for-loop|0
   local.get $0
   local.get $1
   i32.lt_u
   if
    local.get $2
    local.get $0
    i32.load
    i32.const -862048943
    i32.mul
    i32.const 15
    i32.rotl
    i32.const 461845907
    i32.mul
    i32.xor
    i32.const 13
    i32.rotl
    i32.const 5
    i32.mul
    i32.const 430675100
    i32.sub
    local.set $2
    local.get $0
    i32.const 4
    i32.add
    local.set $0
    br $for-loop|0
   end
  end
  local.get $2
 )
 (func $assembly/hash/murmur3/murmur3 (param $0 i32) (param $1 i32) (result i32)
  i32.const 0
  i32.const 0
  i32.const 0
  local.get $0
  local.get $1
  call $assembly/hash/murmur3/murmur3After
 )
 (func $assembly/hash/hmac/hmacMidstates (param $0 i32) (param $1 i32) (param $2 i32) (param $3 i32)
  (local $4 i32)
  (local $5 i32)
  local.get $1
  i32.const 64
  i32.gt_u
  if
   local.get $3
   i32.const -64
   i32.sub
   local.tee $4
   i32.const 1779033703
   i32.store
   local.get $4
   i32.const -1150833019
   i32.store offset=4
   local.get $4
   i32.const 1013904242
   i32.store offset=8
   local.get $4
   i32.const -1521486534
   i32.store offset=12
   local.get $4
   i32.const 1359893119
   i32.store offset=16
   local.get $4
   i32.const -1694144372
   i32.store offset=20
   local.get $4
   i32.const 528734635
   i32.store offset=24
   local.get $4
   i32.const 1541459225
   i32.store offset=28
   local.get $4
   local.get $0
   local.get $1
   i32.const 0
   local.get $3
   call $assembly/hash/sha256/sha256
   local.get $3
   local.tee $0
   i32.const -64
   i32.sub
   local.set $1
   loop $for-loop|0
    local.get $0
    local.get $1
    i32.lt_u
    if
     local.get $0
     i64.const 0
     i64.store
     local.get $0
     i32.const 8
     i32.add
     local.set $0
     br $for-loop|0
    end
   end
   i32.const 0
   local.set $0
   loop $for-loop|00
    local.get $0
    i32.const 32
    i32.lt_u
    if
     local.get $0
     local.get $3
     i32.add
     local.get $0
     local.get $4
     i32.add
     i32.load
     local.tee $1
     i32.const -16711936
     i32.and
     i32.const 8
     i32.rotl
     local.get $1
     i32.const 16711935
     i32.and
     i32.const 8
     i32.rotr
     i32.or
     i32.store
     local.get $0
     i32.const 4
     i32.add
     local.set $0
     br $for-loop|00
    end
   end
   local.get $4
   i32.const 1779033703
   i32.store
   local.get $4
   i32.const -1150833019
   i32.store offset=4
   local.get $4
   i32.const 1013904242
   i32.store offset=8
   local.get $4
   i32.const -1521486534
   i32.store offset=12
   local.get $4
   i32.const 1359893119
   i32.store offset=16
   local.get $4
   i32.const -1694144372
   i32.store offset=20
   local.get $4
   i32.const 528734635
   i32.store offset=24
   local.get $4
   i32.const 1541459225
   i32.store offset=28
  else
   local.get $3
   local.tee $4
   i32.const -64
   i32.sub
   local.set $5
   loop $for-loop|001
    local.get $4
    local.get $5
    i32.lt_u
    if
     local.get $4
     i64.const 0
     i64.store
     local.get $4
     i32.const 8
     i32.add
     local.set $4
     br $for-loop|001
    end
   end
   local.get $3
   local.get $0
   local.get $1
   memory.copy
  end
  local.get $3
  local.tee $0
  i32.const -64
  i32.sub
  local.set $1
  loop $for-loop|01
   local.get $0
   local.get $1
   i32.lt_u
   if
    local.get $0
    local.get $0
    i64.load
    i64.const 3906369333256140342
    i64.xor
    i64.store
    local.get $0
    i32.const 8
    i32.add
    local.set $0
    br $for-loop|01
   end
  end
  local.get $2
  i32.const 1779033703
  i32.store
  local.get $2
  i32.const -1150833019
  i32.store offset=4
  local.get $2
  i32.const 1013904242
  i32.store offset=8
  local.get $2
  i32.const -1521486534
  i32.store offset=12
  local.get $2
  i32.const 1359893119
  i32.store offset=16
  local.get $2
  i32.const -1694144372
  i32.store offset=20
  local.get $2
  i32.const 528734635
  i32.store offset=24
  local.get $2
  i32.const 1541459225
  i32.store offset=28
  local.get $2
  local.get $3
  call $assembly/hash/sha256/sha256Block
  local.get $3
  local.tee $0
  i32.const -64
  i32.sub
  local.set $1
  loop $for-loop|02
   local.get $0
   local.get $1
   i32.lt_u
   if
    local.get $0
    local.get $0
    i64.load
    i64.const 7668058320836127338
    i64.xor
    i64.store
    local.get $0
    i32.const 8
    i32.add
    local.set $0
    br $for-loop|02
   end
  end
  local.get $2
  i32.const 32
  i32.add
  local.tee $0
  i32.const 1779033703
  i32.store
  local.get $0
  i32.const -1150833019
  i32.store offset=4
  local.get $0
  i32.const 1013904242
  i32.store offset=8
  local.get $0
  i32.const -1521486534
  i32.store offset=12
  local.get $0
  i32.const 1359893119
  i32.store offset=16
  local.get $0
  i32.const -1694144372
  i32.store offset=20
  local.get $0
  i32.const 528734635
  i32.store offset=24
  local.get $0
  i32.const 1541459225
  i32.store offset=28
  local.get $0
  local.get $3
  call $assembly/hash/sha256/sha256Block
  local.get $3
  i32.const -64
  i32.sub
  local.set $0
  loop $for-loop|03
   local.get $0
   local.get $3
   i32.gt_u
   if
    local.get $3
    i64.const 0
    i64.store
    local.get $3
    i32.const 8
    i32.add
    local.set $3
    br $for-loop|03
   end
  end
 )
 (func $assembly/gate/verify/verifyGates (param $0 i32) (result i32)
  (local $1 i32)
  (local $2 i32)
  (local $3 i64)
  (local $4 i32)
  (local $5 i32)
  (local $6 i32)
  (local $7 i32)
  (local $8 i64)
  i32.const 1
  local.get $0
  i32.load offset=104
  local.tee $1
  i32.const 128
  i32.lt_u
  local.get $1
  i32.const 7
  i32.and
  select
  if (result i32)
   i32.const 0
  else
   local.get $0
   i64.load32_u offset=56
   local.get $1
   i64.extend_i32_u
   i64.const 8
   i64.add
   i64.ge_u
  end
  if (result i32)
   local.get $0
   local.get $1
   i32.add
   i64.load32_u
   i64.const 8
   i64.add
   local.set $3
   i32.const 1
   local.get $1
   i32.const 128
   i32.lt_u
   local.get $1
   i32.const 7
   i32.and
   select
   if (result i32)
    i32.const 0
   else
    local.get $0
    i64.load32_u offset=56
    local.get $1
    i64.extend_i32_u
    local.get $3
    i64.add
    i64.ge_u
   end
  else
   i32.const 0
  end
  i32.eqz
  if
   i32.const 6
   return
  end
  local.get $0
  local.get $0
  i32.load offset=68
  i32.add
  local.set $2
  local.get $0
  i32.load offset=72
  local.set $5
  local.get $0
  i32.load offset=64
  local.set $6
  block $__inlined_func$assembly/gate/verify/verifyPlans$1324
   loop $for-loop|0
    local.get $6
    if
     i32.const 6
     local.set $1
     i32.const 1
     local.get $2
     i32.load offset=8
     local.tee $4
     i32.const 128
     i32.lt_u
     local.get $4
     i32.const 7
     i32.and
     select
     if (result i32)
      i32.const 0
     else
      local.get $0
      i64.load32_u offset=56
      local.get $4
      i64.extend_i32_u
      i64.const 8
      i64.add
      i64.ge_u
     end
     if (result i32)
      local.get $0
      local.get $4
      i32.add
      i64.load32_u
      i64.const 8
      i64.add
      local.set $3
      i32.const 1
      local.get $4
      i32.const 128
      i32.lt_u
      local.get $4
      i32.const 7
      i32.and
      select
      if (result i32)
       i32.const 0
      else
       local.get $0
       i64.load32_u offset=56
       local.get $4
       i64.extend_i32_u
       local.get $3
       i64.add
       i64.ge_u
      end
     else
      i32.const 0
     end
     i32.eqz
     br_if $__inlined_func$assembly/gate/verify/verifyPlans$1324
     i32.const 19
     local.set $1
     local.get $8
     local.get $2
     i64.load
     local.tee $8
     i64.ge_u
     br_if $__inlined_func$assembly/gate/verify/verifyPlans$1324
     local.get $5
     i64.extend_i32_u
     i64.const 4
     i64.shl
     local.set $3
     i32.const 1
     local.get $2
     i32.load offset=12
     local.tee $4
     i32.const 128
     i32.lt_u
     local.get $4
     i32.const 7
     i32.and
     select
     if (result i32)
      i32.const 0
     else
      local.get $0
      i64.load32_u offset=56
      local.get $4
      i64.extend_i32_u
      local.get $3
      i64.add
      i64.ge_u
     end
     i32.eqz
     br_if $__inlined_func$assembly/gate/verify/verifyPlans$1324
     i32.const 0
     local.set $7
     loop $for-loop|1
      local.get $5
      local.get $7
      i32.gt_u
      if
       local.get $0
       local.get $4
       i32.add
       local.get $7
       i32.const 4
       i32.shl
       i32.add
       i32.load offset=8
       i32.const 4
       i32.gt_u
       br_if $__inlined_func$assembly/gate/verify/verifyPlans$1324
       local.get $7
       i32.const 1
       i32.add
       local.set $7
       br $for-loop|1
      end
     end
     local.get $2
     i32.const 16
     i32.add
     local.set $2
     local.get $6
     i32.const 1
     i32.sub
     local.set $6
     br $for-loop|0
    end
   end
   i32.const 0
   local.set $1
  end
  local.get $1
  i32.eqz
  if
   local.get $0
   local.get $0
   i32.load offset=76
   i32.add
   local.set $2
   local.get $0
   i32.load offset=72
   local.set $7
   block $__inlined_func$assembly/gate/verify/verifyFeatures$1009
    loop $for-loop|00
     local.get $7
     if
      i32.const 6
      local.set $1
      i32.const 1
      local.get $2
      i32.load offset=8
      local.tee $4
      i32.const 128
      i32.lt_u
      local.get $4
      i32.const 7
      i32.and
      select
      if (result i32)
       i32.const 0
      else
       local.get $0
       i64.load32_u offset=56
       local.get $4
       i64.extend_i32_u
       i64.const 8
       i64.add
       i64.ge_u
      end
      if (result i32)
       local.get $0
       local.get $4
       i32.add
       i64.load32_u
       i64.const 8
       i64.add
       local.set $3
       i32.const 1
       local.get $4
       i32.const 128
       i32.lt_u
       local.get $4
       i32.const 7
       i32.and
       select
       if (result i32)
        i32.const 0
       else
        local.get $0
        i64.load32_u offset=56
        local.get $4
        i64.extend_i32_u
        local.get $3
        i64.add
        i64.ge_u
       end
      else
       i32.const 0
      end
      i32.eqz
      br_if $__inlined_func$assembly/gate/verify/verifyFeatures$1009
      i32.const 19
      local.set $1
      local.get $2
      i32.load offset=12
      local.tee $5
      i32.const 3
      i32.gt_u
      br_if $__inlined_func$assembly/gate/verify/verifyFeatures$1009
      local.get $2
      i32.load offset=24
      i32.const 4
      i32.gt_u
      br_if $__inlined_func$assembly/gate/verify/verifyFeatures$1009
      local.get $2
      i32.load offset=28
      i32.const 2
      i32.gt_u
      br_if $__inlined_func$assembly/gate/verify/verifyFeatures$1009
      local.get $2
      i32.load offset=32
      local.tee $4
      i32.const -1
      i32.ne
      local.get $4
      local.get $0
      i32.load offset=16
      i32.ge_u
      i32.and
      br_if $__inlined_func$assembly/gate/verify/verifyFeatures$1009
      local.get $2
      i32.load offset=40
      local.set $4
      local.get $5
      i32.const 3
      i32.eq
      if (result i32)
       local.get $0
       local.get $2
       i32.load offset=36
       local.get $4
       call $assembly/gate/verify/isLimitTable
      else
       i32.const 1
      end
      i32.eqz
      br_if $__inlined_func$assembly/gate/verify/verifyFeatures$1009
      local.get $2
      i32.const 56
      i32.add
      local.set $2
      local.get $7
      i32.const 1
      i32.sub
      local.set $7
      br $for-loop|00
     end
    end
    i32.const 0
    local.set $1
   end
  end
  local.get $1
  i32.eqz
  if
   i32.const 19
   local.set $1
   block $__inlined_func$assembly/gate/verify/verifyPermissions$1010
    local.get $0
    i32.load offset=96
    local.tee $6
    i32.const 1024
    i32.gt_u
    br_if $__inlined_func$assembly/gate/verify/verifyPermissions$1010
    local.get $0
    local.get $0
    i32.load offset=100
    i32.add
    local.set $5
    i32.const 0
    local.set $2
    loop $for-loop|001
     local.get $2
     local.get $6
     i32.lt_u
     if
      i32.const 6
      local.set $1
      i32.const 1
      local.get $5
      local.get $2
      i32.const 2
      i32.shl
      i32.add
      i32.load
      local.tee $4
      i32.const 128
      i32.lt_u
      local.get $4
      i32.const 7
      i32.and
      select
      if (result i32)
       i32.const 0
      else
       local.get $0
       i64.load32_u offset=56
       local.get $4
       i64.extend_i32_u
       i64.const 8
       i64.add
       i64.ge_u
      end
      if (result i32)
       local.get $0
       local.get $4
       i32.add
       i64.load32_u
       i64.const 8
       i64.add
       local.set $3
       i32.const 1
       local.get $4
       i32.const 128
       i32.lt_u
       local.get $4
       i32.const 7
       i32.and
       select
       if (result i32)
        i32.const 0
       else
        local.get $0
        i64.load32_u offset=56
        local.get $4
        i64.extend_i32_u
        local.get $3
        i64.add
        i64.ge_u
       end
      else
       i32.const 0
      end
      i32.eqz
      br_if $__inlined_func$assembly/gate/verify/verifyPermissions$1010
      local.get $2
      i32.const 1
      i32.add
      local.set $2
      br $for-loop|001
     end
    end
    i32.const 0
    local.set $1
   end
  end
  local.get $1
  local.set $2
  local.get $0
  local.get $0
  i32.load offset=84
  i32.add
  local.set $7
  local.get $0
  i32.load offset=80
  local.set $6
  loop $for-loop|01
   local.get $2
   i32.const 1
   local.get $6
   select
   i32.eqz
   if
    local.get $0
    local.get $7
    call $assembly/gate/verify/verifyGate
    local.set $2
    local.get $7
    i32.const 48
    i32.add
    local.set $7
    local.get $6
    i32.const 1
    i32.sub
    local.set $6
    br $for-loop|01
   end
  end
  local.get $2
 )
 (func $assembly/gate/verify/verifyGate (param $0 i32) (param $1 i32) (result i32)
  (local $2 i32)
  (local $3 i64)
  (local $4 i32)
  (local $5 i32)
  (local $6 i32)
  (local $7 i32)
  i32.const 1
  local.get $1
  i32.load
  local.tee $6
  i32.const 128
  i32.lt_u
  local.get $6
  i32.const 7
  i32.and
  select
  if (result i32)
   i32.const 0
  else
   local.get $0
   i64.load32_u offset=56
   local.get $6
   i64.extend_i32_u
   i64.const 8
   i64.add
   i64.ge_u
  end
  if (result i32)
   local.get $0
   local.get $6
   i32.add
   i64.load32_u
   i64.const 8
   i64.add
   local.set $3
   i32.const 1
   local.get $6
   i32.const 128
   i32.lt_u
   local.get $6
   i32.const 7
   i32.and
   select
   if (result i32)
    i32.const 0
   else
    local.get $0
    i64.load32_u offset=56
    local.get $6
    i64.extend_i32_u
    local.get $3
    i64.add
    i64.ge_u
   end
  else
   i32.const 0
  end
  i32.eqz
  if
   i32.const 6
   return
  end
  i32.const 1
  local.get $1
  i32.load offset=4
  local.tee $6
  i32.const 128
  i32.lt_u
  local.get $6
  i32.const 7
  i32.and
  select
  if (result i32)
   i32.const 0
  else
   local.get $0
   i64.load32_u offset=56
   local.get $6
   i64.extend_i32_u
   i64.const 8
   i64.add
   i64.ge_u
  end
  if (result i32)
   local.get $0
   local.get $6
   i32.add
   i64.load32_u
   i64.const 8
   i64.add
   local.set $3
   i32.const 1
   local.get $6
   i32.const 128
   i32.lt_u
   local.get $6
   i32.const 7
   i32.and
   select
   if (result i32)
    i32.const 0
   else
    local.get $0
    i64.load32_u offset=56
    local.get $6
    i64.extend_i32_u
    local.get $3
    i64.add
    i64.ge_u
   end
  else
   i32.const 0
  end
  i32.eqz
  if
   i32.const 6
   return
  end
  local.get $1
  i32.load offset=16
  i32.const 64
  i32.gt_u
  if
   i32.const 19
   return
  end
  local.get $1
  i32.load offset=20
  i32.const 64
  i32.gt_u
  if
   i32.const 19
   return
  end
  local.get $1
  i32.load offset=32
  local.tee $7
  i64.extend_i32_u
  i64.const 2
  i64.shl
  local.set $3
  block $__inlined_func$assembly/gate/verify/isAttributeList$1322
   i32.const 1
   local.get $1
   i32.load offset=28
   local.tee $6
   i32.const 128
   i32.lt_u
   local.get $6
   i32.const 7
   i32.and
   select
   if (result i32)
    i32.const 0
   else
    local.get $0
    i64.load32_u offset=56
    local.get $6
    i64.extend_i32_u
    local.get $3
    i64.add
    i64.ge_u
   end
   i32.eqz
   br_if $__inlined_func$assembly/gate/verify/isAttributeList$1322
   loop $for-loop|0
    local.get $2
    local.get $7
    i32.lt_u
    if
     local.get $0
     i32.load offset=24
     local.get $0
     local.get $6
     i32.add
     local.get $2
     i32.const 2
     i32.shl
     i32.add
     i32.load16_u
     i32.le_u
     br_if $__inlined_func$assembly/gate/verify/isAttributeList$1322
     local.get $2
     i32.const 1
     i32.add
     local.set $2
     br $for-loop|0
    end
   end
   i32.const 1
   local.set $4
  end
  local.get $4
  i32.eqz
  if
   i32.const 19
   return
  end
  local.get $1
  i32.load offset=40
  local.tee $4
  i64.extend_i32_u
  i64.const 2
  i64.shl
  local.set $3
  block $__inlined_func$assembly/gate/verify/isAttributeList$1323
   i32.const 1
   local.get $1
   i32.load offset=36
   local.tee $6
   i32.const 128
   i32.lt_u
   local.get $6
   i32.const 7
   i32.and
   select
   if (result i32)
    i32.const 0
   else
    local.get $0
    i64.load32_u offset=56
    local.get $6
    i64.extend_i32_u
    local.get $3
    i64.add
    i64.ge_u
   end
   i32.eqz
   br_if $__inlined_func$assembly/gate/verify/isAttributeList$1323
   i32.const 0
   local.set $2
   loop $for-loop|01
    local.get $2
    local.get $4
    i32.lt_u
    if
     local.get $0
     i32.load offset=24
     local.get $0
     local.get $6
     i32.add
     local.get $2
     i32.const 2
     i32.shl
     i32.add
     i32.load16_u
     i32.le_u
     br_if $__inlined_func$assembly/gate/verify/isAttributeList$1323
     local.get $2
     i32.const 1
     i32.add
     local.set $2
     br $for-loop|01
    end
   end
   i32.const 1
   local.set $5
  end
  i32.const 0
  i32.const 19
  block $__inlined_func$assembly/gate/verify/areFacts$1008 (result i32)
   i32.const 0
   local.get $5
   i32.eqz
   br_if $__inlined_func$assembly/gate/verify/areFacts$1008
   drop
   i32.const 0
   local.set $2
   loop $for-loop|02
    local.get $2
    local.get $4
    i32.lt_u
    if
     i32.const 0
     local.get $0
     local.get $6
     i32.add
     local.get $2
     i32.const 2
     i32.shl
     i32.add
     i32.load16_u offset=2
     i32.const 11
     i32.ge_u
     br_if $__inlined_func$assembly/gate/verify/areFacts$1008
     drop
     local.get $2
     i32.const 1
     i32.add
     local.set $2
     br $for-loop|02
    end
   end
   i32.const 1
  end
  if (result i32)
   local.get $0
   local.get $1
   call $assembly/gate/verify/areSteps
  else
   i32.const 0
  end
  select
 )
 (func $assembly/gate/verify/areSteps (param $0 i32) (param $1 i32) (result i32)
  (local $2 i32)
  (local $3 i32)
  (local $4 i32)
  (local $5 i32)
  (local $6 i32)
  (local $7 i32)
  (local $8 i32)
  (local $9 i32)
  (local $10 i64)
  (local $11 i32)
  (local $12 i32)
  (local $13 i32)
  (local $14 i32)
  local.get $1
  i32.load offset=8
  local.set $2
  local.get $1
  i32.load offset=24
  local.tee $9
  i32.const 16
  i32.gt_u
  local.get $1
  i32.load offset=12
  local.tee $5
  i32.const 256
  i32.gt_u
  i32.or
  local.get $5
  local.get $9
  i32.lt_u
  i32.or
  if
   i32.const 0
   return
  end
  local.get $0
  i64.load32_u offset=88
  local.get $2
  i64.extend_i32_u
  local.get $5
  i64.extend_i32_u
  i64.add
  i64.lt_u
  if
   i32.const 0
   return
  end
  local.get $0
  local.get $0
  i32.load offset=92
  i32.add
  local.get $2
  i32.const 24
  i32.mul
  i32.add
  local.set $2
  loop $for-loop|0
   local.get $5
   local.get $7
   i32.gt_u
   if
    local.get $2
    i32.load offset=4
    local.set $12
    local.get $2
    i32.load offset=8
    local.set $6
    block $__inlined_func$assembly/gate/verify/isStep$1007
     block $break|0
      block $case5|0
       block $case4|0
        block $case3|0
         block $case2|0
          block $case0|0
           local.get $2
           i32.load
           br_table $case0|0 $case0|0 $case2|0 $case3|0 $case4|0 $case5|0 $break|0
          end
          i32.const 1
          local.set $3
          br $__inlined_func$assembly/gate/verify/isStep$1007
         end
         local.get $6
         i64.extend_i32_u
         i64.const 1
         i64.shl
         local.set $10
         i32.const 0
         local.set $3
         block $__inlined_func$assembly/gate/verify/isPermissionCode$1321
          i32.const 1
          local.get $12
          i32.const 128
          i32.lt_u
          local.get $12
          i32.const 7
          i32.and
          select
          if (result i32)
           i32.const 0
          else
           local.get $0
           i64.load32_u offset=56
           local.get $12
           i64.extend_i32_u
           local.get $10
           i64.add
           i64.ge_u
          end
          i32.eqz
          br_if $__inlined_func$assembly/gate/verify/isPermissionCode$1321
          local.get $0
          i32.load offset=96
          local.set $11
          i32.const 0
          local.set $4
          i32.const 0
          local.set $8
          loop $for-loop|00
           local.get $6
           local.get $8
           i32.gt_u
           if
            block $for-continue|0
             local.get $0
             local.get $12
             i32.add
             local.get $8
             i32.const 1
             i32.shl
             i32.add
             i32.load16_u
             local.tee $13
             i32.const 49152
             i32.and
             local.tee $14
             i32.eqz
             if
              local.get $11
              local.get $13
              i32.le_u
              if (result i32)
               i32.const 1
              else
               local.get $4
               i32.const 1
               i32.add
               local.tee $4
               i32.const 32
               i32.gt_u
              end
              br_if $__inlined_func$assembly/gate/verify/isPermissionCode$1321
              br $for-continue|0
             end
             local.get $13
             i32.const 15360
             i32.and
             local.get $14
             i32.const 49152
             i32.eq
             i32.or
             br_if $__inlined_func$assembly/gate/verify/isPermissionCode$1321
             local.get $13
             i32.const 1023
             i32.and
             local.tee $13
             i32.eqz
             local.get $4
             local.get $13
             i32.lt_u
             i32.or
             br_if $__inlined_func$assembly/gate/verify/isPermissionCode$1321
             local.get $4
             local.get $13
             i32.const 1
             i32.sub
             i32.sub
             local.set $4
            end
            local.get $8
            i32.const 1
            i32.add
            local.set $8
            br $for-loop|00
           end
          end
          local.get $4
          i32.const 1
          i32.eq
          local.set $3
         end
         br $__inlined_func$assembly/gate/verify/isStep$1007
        end
        local.get $12
        local.get $0
        i32.load offset=72
        i32.lt_u
        if (result i32)
         local.get $6
         local.get $1
         i32.load offset=16
         i32.lt_u
        else
         i32.const 0
        end
        local.set $3
        br $__inlined_func$assembly/gate/verify/isStep$1007
       end
       local.get $12
       local.get $0
       i32.load offset=16
       i32.lt_u
       if (result i32)
        local.get $6
        local.get $1
        i32.load offset=20
        i32.lt_u
       else
        i32.const 0
       end
       local.set $3
       br $__inlined_func$assembly/gate/verify/isStep$1007
      end
      local.get $0
      local.get $12
      local.get $6
      call $assembly/gate/verify/isLimitTable
      if (result i32)
       local.get $2
       i32.load offset=16
       i32.const 5
       i32.le_u
      else
       i32.const 0
      end
      local.set $3
      br $__inlined_func$assembly/gate/verify/isStep$1007
     end
     i32.const 0
     local.set $3
    end
    local.get $3
    i32.eqz
    if
     i32.const 0
     return
    end
    local.get $2
    i32.load
    i32.const 5
    i32.eq
    local.tee $3
    local.get $7
    local.get $5
    local.get $9
    i32.sub
    i32.ge_u
    i32.ne
    if
     i32.const 0
     return
    end
    local.get $3
    if (result i32)
     local.get $2
     i32.load offset=20
     local.get $7
     local.get $5
     local.get $9
     i32.sub
     i32.sub
     i32.ne
    else
     i32.const 0
    end
    if
     i32.const 0
     return
    end
    local.get $2
    i32.const 24
    i32.add
    local.set $2
    local.get $7
    i32.const 1
    i32.add
    local.set $7
    br $for-loop|0
   end
  end
  i32.const 1
 )
 (func $assembly/gate/steps/runSteps (param $0 i32) (param $1 i32) (param $2 i32) (param $3 i32) (param $4 i32) (param $5 i32) (param $6 i32) (param $7 i32) (result i32)
  (local $8 i32)
  (local $9 i32)
  (local $10 i32)
  (local $11 i64)
  (local $12 i32)
  (local $13 i32)
  (local $14 i32)
  (local $15 i32)
  (local $16 i32)
  (local $17 i32)
  (local $18 i32)
  (local $19 i32)
  (local $20 i32)
  local.get $3
  i32.load offset=12
  local.set $12
  local.get $4
  i32.const 16
  i32.and
  i32.const 0
  i32.ne
  local.set $13
  local.get $1
  local.get $1
  i32.load offset=92
  i32.add
  local.get $3
  i32.load offset=8
  i32.const 24
  i32.mul
  i32.add
  local.set $3
  loop $for-loop|0
   local.get $10
   local.get $12
   i32.lt_u
   if
    i32.const 0
    local.set $4
    block $break|1
     block $case5|1
      block $case4|1
       block $case3|1
        block $case2|1
         block $case1|1
          block $case0|1
           local.get $3
           i32.load
           br_table $case0|1 $case1|1 $case2|1 $case3|1 $case4|1 $case5|1 $break|1
          end
          local.get $5
          if (result i32)
           local.get $5
          else
           i32.const 0
           i32.const 8
           i32.const 1
           local.get $2
           i32.load offset=20
           local.tee $4
           select
           local.get $3
           i32.load offset=4
           local.get $4
           i32.shr_u
           i32.const 1
           i32.and
           select
          end
          local.set $4
          br $break|1
         end
         local.get $3
         i32.load offset=4
         local.set $4
         local.get $2
         i32.load offset=16
         local.set $9
         block $__inlined_func$assembly/gate/steps/tenantCode$540 (result i32)
          i32.const 10
          local.get $7
          if (result i32)
           local.get $7
           i32.const 4
           i32.add
           i32.atomic.load
           local.tee $14
           i32.const 2
           i32.ne
           local.get $14
           i32.const 1
           i32.ne
           i32.and
          else
           i32.const 0
          end
          br_if $__inlined_func$assembly/gate/steps/tenantCode$540
          drop
          i32.const 0
          local.get $4
          local.get $9
          i32.shr_u
          i32.const 1
          i32.and
          br_if $__inlined_func$assembly/gate/steps/tenantCode$540
          drop
          i32.const 11
          local.get $9
          i32.eqz
          br_if $__inlined_func$assembly/gate/steps/tenantCode$540
          drop
          i32.const 12
          local.get $9
          i32.const 5
          i32.eq
          br_if $__inlined_func$assembly/gate/steps/tenantCode$540
          drop
          i32.const 13
          local.get $9
          i32.const 4
          i32.eq
          br_if $__inlined_func$assembly/gate/steps/tenantCode$540
          drop
          i32.const 14
         end
         local.set $4
         br $break|1
        end
        local.get $1
        local.get $3
        i32.load offset=4
        i32.add
        local.set $17
        local.get $3
        i32.load offset=8
        local.set $18
        local.get $2
        i32.load offset=24
        local.tee $9
        i32.const 24
        i32.add
        local.get $2
        i32.load offset=8
        i32.const 1
        i32.and
        i32.const 7
        i32.shl
        i32.add
        i32.const 0
        local.get $9
        select
        local.set $19
        i32.const 0
        local.set $9
        loop $for-loop|00
         local.get $9
         local.get $18
         i32.lt_u
         if
          block $for-continue|0 (result i32)
           local.get $17
           local.get $9
           i32.const 1
           i32.shl
           i32.add
           i32.load16_u
           local.tee $14
           i32.const 49152
           i32.and
           i32.eqz
           if
            local.get $4
            i32.const 1
            i32.shl
            local.get $19
            i32.const 0
            i32.ne
            local.tee $4
            if (result i32)
             local.get $19
             local.get $14
             i32.const 3
             i32.shr_u
             i32.add
             i32.load8_u
             local.get $14
             i32.const 7
             i32.and
             i32.shr_s
             i32.const 1
             i32.and
            else
             local.get $4
            end
            i32.const 0
            i32.ne
            i32.or
            br $for-continue|0
           end
           i32.const -1
           i32.const 1
           local.get $14
           i32.const 1023
           i32.and
           local.tee $15
           i32.shl
           i32.const 1
           i32.sub
           local.get $15
           i32.const 32
           i32.eq
           select
           local.tee $16
           local.get $4
           i32.and
           local.set $20
           local.get $4
           local.get $15
           i32.shr_u
           i32.const 0
           local.get $15
           i32.const 32
           i32.ne
           select
           i32.const 1
           i32.shl
           local.get $16
           local.get $20
           i32.eq
           local.get $20
           i32.const 0
           i32.ne
           local.get $14
           i32.const 32768
           i32.and
           select
           i32.or
          end
          local.set $4
          local.get $9
          i32.const 1
          i32.add
          local.set $9
          br $for-loop|00
         end
        end
        i32.const 0
        i32.const 15
        local.get $4
        i32.const 1
        i32.and
        select
        local.set $4
        br $break|1
       end
       local.get $0
       local.get $1
       local.get $2
       local.get $1
       local.get $1
       i32.load offset=76
       i32.add
       local.get $3
       i32.load offset=4
       local.tee $9
       i32.const 56
       i32.mul
       i32.add
       local.tee $14
       local.get $9
       local.get $7
       local.get $2
       i32.const 2048
       i32.add
       local.get $3
       i32.load offset=8
       i32.const 560
       i32.mul
       i32.add
       local.tee $9
       call $assembly/gate/feature/answerFeature
       block $__inlined_func$assembly/gate/steps/isShown$534 (result i32)
        i32.const 1
        local.get $14
        i32.load offset=32
        local.tee $15
        i32.const -1
        i32.eq
        br_if $__inlined_func$assembly/gate/steps/isShown$534
        drop
        i32.const 0
        i32.const 1
        local.get $0
        local.get $1
        local.get $1
        local.get $1
        i32.load offset=20
        i32.add
        local.get $15
        i32.const 56
        i32.mul
        i32.add
        local.get $0
        i32.load offset=160
        call $assembly/flags/many/outcomeOf
        local.tee $15
        i32.const 65535
        i32.and
        local.tee $16
        i32.const 64
        i32.ge_u
        local.get $15
        i32.const 24
        i32.shr_u
        select
        br_if $__inlined_func$assembly/gate/steps/isShown$534
        drop
        local.get $14
        i64.load offset=48
        local.get $16
        i64.extend_i32_u
        i64.shr_u
        i64.const 1
        i64.and
        i32.wrap_i64
       end
       i32.eqz
       if
        local.get $9
        i32.const 2
        i32.store
       end
       block $__inlined_func$assembly/gate/steps/featureCode$1164
        local.get $9
        i32.load
        local.tee $9
        if (result i32)
         local.get $3
         i32.load offset=12
        else
         i32.const 0
        end
        i32.eqz
        br_if $__inlined_func$assembly/gate/steps/featureCode$1164
        i32.const 16
        local.set $4
        local.get $9
        i32.const 2
        i32.eq
        br_if $__inlined_func$assembly/gate/steps/featureCode$1164
        i32.const 18
        i32.const 17
        local.get $9
        i32.const 3
        i32.eq
        select
        local.set $4
       end
       br $break|1
      end
      local.get $0
      local.get $1
      local.get $1
      local.get $1
      i32.load offset=20
      i32.add
      local.get $3
      i32.load offset=4
      i32.const 56
      i32.mul
      i32.add
      local.get $0
      i32.load offset=160
      call $assembly/flags/many/outcomeOf
      local.set $9
      local.get $2
      i32.const 37888
      i32.add
      local.get $3
      i32.load offset=8
      i32.const 2
      i32.shl
      i32.add
      local.get $9
      i32.store
      br $break|1
     end
     local.get $0
     i32.const 192
     i32.add
     local.get $3
     i32.load offset=20
     i32.const 7
     i32.shl
     i32.add
     local.set $14
     local.get $3
     i32.load offset=16
     local.set $15
     local.get $3
     i32.load offset=8
     local.tee $16
     local.get $3
     i32.load offset=4
     local.tee $9
     local.get $2
     i32.load offset=12
     local.tee $17
     i32.const -1
     i32.eq
     select
     local.set $4
     block $__inlined_func$assembly/gate/feature/limitByPlan$537
      local.get $16
      i32.const -1
      i32.eq
      br_if $__inlined_func$assembly/gate/feature/limitByPlan$537
      local.get $9
      local.set $4
      local.get $16
      i32.eqz
      br_if $__inlined_func$assembly/gate/feature/limitByPlan$537
      local.get $1
      local.get $16
      i32.add
      local.get $17
      i32.const 1
      i32.add
      i32.const 0
      local.get $17
      i32.const -1
      i32.ne
      select
      i32.const 2
      i32.shl
      i32.add
      i32.load
      local.set $4
     end
     block $__inlined_func$assembly/gate/steps/limitCode$1165
      local.get $4
      i32.const -1
      i32.eq
      if
       i32.const 19
       local.set $4
       local.get $15
       i32.const 1
       i32.eq
       local.tee $16
       if (result i32)
        local.get $0
        local.get $1
        local.get $9
        local.get $7
        call $assembly/gate/own-limit/ownLimit
        i32.const 0
        i32.ne
       else
        local.get $16
       end
       i32.eqz
       br_if $__inlined_func$assembly/gate/steps/limitCode$1165
       local.get $9
       local.set $4
      end
      local.get $14
      local.get $1
      local.get $1
      i32.load offset=36
      i32.add
      local.get $4
      i32.const 80
      i32.mul
      i32.add
      i32.load offset=68
      i32.store offset=8
      local.get $14
      i64.const 2147483647
      local.get $3
      i64.load32_u offset=12
      local.get $6
      i64.extend_i32_u
      i64.mul
      local.tee $11
      local.get $11
      i64.const 2147483647
      i64.ge_u
      select
      i64.store32 offset=12
      i32.const 0
      local.set $4
      local.get $15
      i32.eqz
      br_if $__inlined_func$assembly/gate/steps/limitCode$1165
      local.get $15
      i32.const 1
      i32.eq
      if
       i32.const 20
       local.set $4
       local.get $7
       i32.eqz
       br_if $__inlined_func$assembly/gate/steps/limitCode$1165
       local.get $14
       local.get $7
       i32.const 56
       i32.add
       i64.atomic.load
       i64.store
       i32.const 0
       local.set $4
       br $__inlined_func$assembly/gate/steps/limitCode$1165
      end
      i32.const 20
      local.set $4
      local.get $2
      i32.const 112
      i32.add
      local.get $15
      i32.const 2
      i32.eq
      if (result i32)
       i32.const 4
      else
       local.get $15
       i32.const 3
       i32.eq
       if (result i32)
        i32.const 5
       else
        i32.const 6
        i32.const 8
        local.get $15
        i32.const 4
        i32.eq
        select
       end
      end
      i32.const 3
      i32.shl
      i32.add
      i64.load
      local.tee $11
      i32.wrap_i64
      i32.const 0
      local.get $11
      i64.const 48
      i64.shr_u
      i32.wrap_i64
      i32.const 65529
      i32.eq
      select
      local.tee $9
      i32.eqz
      br_if $__inlined_func$assembly/gate/steps/limitCode$1165
      local.get $14
      local.get $0
      i64.load offset=32
      local.get $0
      i64.load offset=40
      local.get $9
      i32.const 8
      i32.add
      local.get $9
      i32.load
      call $assembly/hash/siphash/siphash
      i64.store
      i32.const 0
      local.set $4
     end
    end
    local.get $13
    if
     local.get $2
     i32.const 38144
     i32.add
     local.get $10
     i32.const 2
     i32.shl
     i32.add
     local.get $4
     i32.store
    end
    local.get $8
    i32.const 1
    local.get $4
    select
    i32.eqz
    if
     local.get $4
     local.set $8
     local.get $2
     local.get $10
     i32.store offset=4
     local.get $13
     i32.eqz
     if
      local.get $4
      return
     end
    end
    local.get $3
    i32.const 24
    i32.add
    local.set $3
    local.get $10
    i32.const 1
    i32.add
    local.set $10
    br $for-loop|0
   end
  end
  local.get $8
  i32.eqz
  if
   local.get $2
   local.get $12
   i32.store offset=4
  end
  local.get $8
 )
 (func $assembly/gate/principal/identify (param $0 i32) (param $1 i32) (param $2 i32) (result i32)
  (local $3 i32)
  (local $4 i32)
  (local $5 i64)
  (local $6 i32)
  (local $7 i64)
  (local $8 i32)
  (local $9 i32)
  (local $10 i32)
  (local $11 i32)
  local.get $0
  local.get $0
  i32.load offset=148
  local.tee $4
  local.get $2
  call $assembly/identity/credential/hashWhole
  local.tee $3
  i64.load
  local.set $5
  block $__inlined_func$assembly/identity/credential/recognise$469
   local.get $4
   local.get $5
   local.get $3
   i64.load offset=8
   local.tee $7
   i32.const 3
   call $assembly/identity/credential/findSeen
   local.tee $3
   br_if $__inlined_func$assembly/identity/credential/recognise$469
   local.get $4
   local.get $5
   local.get $7
   i32.const 5
   call $assembly/identity/credential/findSeen
   local.tee $3
   br_if $__inlined_func$assembly/identity/credential/recognise$469
   local.get $0
   i32.load offset=176
   local.tee $3
   if (result i32)
    local.get $5
    local.get $3
    i32.const 8
    i32.add
    i64.atomic.load
    i64.xor
    local.get $7
    local.get $3
    i32.const 16
    i32.add
    i64.atomic.load
    i64.xor
    i64.or
    i64.eqz
    if (result i32)
     local.get $3
     i32.const 4
     i32.add
     i32.atomic.load
     i32.const 256
     i32.and
    else
     i32.const 0
    end
   else
    i32.const 0
   end
   local.set $4
   local.get $3
   i32.const 0
   local.get $4
   select
   local.set $3
  end
  local.get $3
  i32.eqz
  if
   i32.const -10
   return
  end
  local.get $3
  i32.atomic.load
  local.tee $4
  i32.const 1
  i32.and
  if (result i32)
   i32.const 0
  else
   local.get $0
   i32.load offset=164
   i32.const 128
   i32.add
   local.tee $6
   i64.load offset=8
   local.set $5
   local.get $6
   i64.load
   local.get $3
   i32.const 8
   i32.add
   i64.atomic.load
   i64.xor
   local.get $5
   local.get $3
   i32.const 16
   i32.add
   i64.atomic.load
   i64.xor
   i64.or
   i64.eqz
   if (result i32)
    local.get $3
    i32.const 4
    i32.add
    i32.atomic.load
    i32.const 256
    i32.and
    i32.const 0
    i32.ne
   else
    i32.const 0
   end
  end
  i32.eqz
  if
   i32.const -13
   return
  end
  local.get $1
  local.get $3
  i32.store offset=84
  local.get $1
  local.get $4
  i32.store offset=88
  local.get $1
  local.get $3
  i32.const 4
  i32.add
  i32.atomic.load
  local.tee $6
  i32.const 2
  i32.shr_u
  i32.const 3
  i32.and
  local.tee $8
  i32.store offset=20
  local.get $1
  local.get $6
  i32.const 128
  i32.and
  i32.const 0
  i32.ne
  i32.store offset=68
  local.get $1
  local.get $3
  i32.const 24
  i32.add
  i64.atomic.load
  i64.store offset=40
  local.get $1
  local.get $3
  i32.const 32
  i32.add
  i32.atomic.load
  i32.store offset=80
  local.get $1
  local.get $3
  i32.const 40
  i32.add
  i32.atomic.load
  local.tee $4
  i32.store offset=24
  local.get $4
  if
   local.get $1
   local.get $4
   i32.const 8
   i32.add
   i64.atomic.load
   i64.store offset=72
  end
  local.get $1
  i32.load offset=92
  local.set $9
  local.get $3
  i32.const 49
  i32.add
  local.set $4
  block $__inlined_func$assembly/identity/credential/copyId$389
   local.get $1
   i32.const 728
   i32.add
   local.tee $10
   local.get $3
   i32.load8_u offset=48
   local.tee $11
   i32.const 255
   i32.eq
   if (result i32)
    local.get $3
    i32.load offset=68
    local.tee $11
    local.get $9
    i32.const 136
    i32.sub
    i32.gt_u
    br_if $__inlined_func$assembly/identity/credential/copyId$389
    local.get $11
    i32.const 8
    i32.add
    local.set $4
    i32.const 128
    local.get $11
    i32.load
    local.tee $9
    local.get $9
    i32.const 128
    i32.ge_u
    select
   else
    i32.const 23
    local.get $11
    local.get $11
    i32.const 23
    i32.ge_u
    select
   end
   local.tee $9
   i32.store
   local.get $10
   i32.const 8
   i32.add
   local.get $4
   local.get $9
   memory.copy
  end
  local.get $1
  i32.const 464
  i32.add
  local.tee $4
  local.get $3
  i32.const 36
  i32.add
  i32.atomic.load
  local.tee $9
  if (result i32)
   i32.const 256
   local.get $9
   i32.load
   local.tee $10
   local.get $10
   i32.const 256
   i32.ge_u
   select
  else
   i32.const 0
  end
  local.tee $10
  i32.store
  local.get $10
  if
   local.get $4
   i32.const 8
   i32.add
   local.get $9
   i32.const 8
   i32.add
   local.get $10
   memory.copy
  end
  local.get $1
  i32.const 992
  i32.add
  local.tee $4
  local.get $8
  i32.const 1
  i32.eq
  if (result i32)
   i32.const 0
  else
   local.get $3
   i32.const 164
   i32.add
   i32.atomic.load
  end
  local.tee $9
  if (result i32)
   i32.const 256
   local.get $9
   i32.load
   local.tee $10
   local.get $10
   i32.const 256
   i32.ge_u
   select
  else
   i32.const 0
  end
  local.tee $10
  i32.store
  local.get $10
  if
   local.get $4
   i32.const 8
   i32.add
   local.get $9
   i32.const 8
   i32.add
   local.get $10
   memory.copy
  end
  local.get $0
  local.get $1
  local.get $3
  local.get $6
  local.get $8
  local.get $2
  call $assembly/gate/principal/credentialCode
  i32.const -13
  local.get $1
  i32.load offset=84
  local.tee $0
  if (result i32)
   local.get $0
   i32.atomic.load
   local.get $1
   i32.load offset=88
   i32.eq
  else
   i32.const 1
  end
  select
 )
 (func $assembly/gate/principal/credentialCode (param $0 i32) (param $1 i32) (param $2 i32) (param $3 i32) (param $4 i32) (param $5 i32) (result i32)
  (local $6 i32)
  (local $7 i64)
  (local $8 f64)
  (local $9 i32)
  (local $10 i32)
  (local $11 i64)
  local.get $1
  f64.load offset=32
  local.set $8
  local.get $0
  i32.load offset=148
  local.tee $9
  i32.load offset=12
  i32.const 1
  i32.and
  if
   local.get $0
   local.get $5
   local.get $2
   call $assembly/identity/credential/isConfirmed
   i32.eqz
   if
    i32.const 2
    return
   end
  end
  local.get $3
  i32.const 3
  i32.and
  local.tee $0
  i32.const 3
  i32.eq
  if
   i32.const 4
   return
  end
  local.get $0
  i32.const 2
  i32.eq
  if
   i32.const 5
   return
  end
  local.get $8
  local.get $1
  f64.load offset=40
  f64.ge
  if
   i32.const 6
   i32.const 3
   local.get $3
   i32.const 64
   i32.and
   select
   return
  end
  local.get $4
  i32.const 1
  i32.ne
  if
   local.get $8
   local.get $2
   i32.const 112
   i32.add
   f64.load
   f64.lt
   if
    i32.const 7
    return
   end
   i32.const 0
   local.set $3
   block $__inlined_func$assembly/identity/revocation/isRevoked$1147
    local.get $9
    i32.const 8
    i32.add
    i32.atomic.load
    local.tee $0
    local.get $2
    i32.const 160
    i32.add
    i32.atomic.load
    i32.eq
    br_if $__inlined_func$assembly/identity/revocation/isRevoked$1147
    i32.const 1
    local.set $3
    local.get $2
    i32.const 104
    i32.add
    f64.load
    local.set $8
    local.get $2
    i32.const 144
    i32.add
    i64.atomic.load
    local.tee $7
    i64.const 0
    i64.ne
    if (result i32)
     local.get $9
     i32.load offset=52
     local.set $4
     local.get $9
     i32.load offset=56
     i32.const 1
     i32.sub
     local.set $5
     block $__inlined_func$assembly/identity/revocation/revokedBefore$1146 (result f64)
      loop $for-loop|0
       local.get $6
       i32.const 64
       i32.lt_u
       if
        local.get $4
        local.get $7
        i32.wrap_i64
        local.get $6
        i32.add
        local.get $5
        i32.and
        i32.const 24
        i32.mul
        i32.add
        local.tee $10
        i64.atomic.load
        local.tee $11
        i64.const 0
        i64.ne
        if
         local.get $7
         local.get $11
         i64.eq
         if
          local.get $10
          i32.const 8
          i32.add
          f64.load
          br $__inlined_func$assembly/identity/revocation/revokedBefore$1146
         end
         local.get $6
         i32.const 1
         i32.add
         local.set $6
         br $for-loop|0
        end
       end
      end
      f64.const -inf
     end
     local.get $8
     f64.gt
    else
     i32.const 0
    end
    if (result i32)
     i32.const 1
    else
     local.get $2
     i32.const 128
     i32.add
     i64.atomic.load
     local.tee $7
     i64.const 0
     i64.ne
     if (result i32)
      local.get $9
      i32.load offset=52
      local.set $4
      local.get $9
      i32.load offset=56
      i32.const 1
      i32.sub
      local.set $5
      i32.const 0
      local.set $6
      block $__inlined_func$assembly/identity/revocation/revokedBefore$11460 (result f64)
       loop $for-loop|01
        local.get $6
        i32.const 64
        i32.lt_u
        if
         local.get $4
         local.get $7
         i32.wrap_i64
         local.get $6
         i32.add
         local.get $5
         i32.and
         i32.const 24
         i32.mul
         i32.add
         local.tee $10
         i64.atomic.load
         local.tee $11
         i64.const 0
         i64.ne
         if
          local.get $7
          local.get $11
          i64.eq
          if
           local.get $10
           i32.const 8
           i32.add
           f64.load
           br $__inlined_func$assembly/identity/revocation/revokedBefore$11460
          end
          local.get $6
          i32.const 1
          i32.add
          local.set $6
          br $for-loop|01
         end
        end
       end
       f64.const -inf
      end
      local.get $8
      f64.gt
     else
      i32.const 0
     end
    end
    if (result i32)
     i32.const 1
    else
     local.get $2
     i32.const 168
     i32.add
     i64.atomic.load
     local.tee $7
     i64.const 0
     i64.ne
     if (result i32)
      local.get $9
      i32.load offset=52
      local.set $4
      local.get $9
      i32.load offset=56
      i32.const 1
      i32.sub
      local.set $5
      i32.const 0
      local.set $6
      block $__inlined_func$assembly/identity/revocation/revokedBefore$11462 (result f64)
       loop $for-loop|03
        local.get $6
        i32.const 64
        i32.lt_u
        if
         local.get $4
         local.get $7
         i32.wrap_i64
         local.get $6
         i32.add
         local.get $5
         i32.and
         i32.const 24
         i32.mul
         i32.add
         local.tee $10
         i64.atomic.load
         local.tee $11
         i64.const 0
         i64.ne
         if
          local.get $7
          local.get $11
          i64.eq
          if
           local.get $10
           i32.const 8
           i32.add
           f64.load
           br $__inlined_func$assembly/identity/revocation/revokedBefore$11462
          end
          local.get $6
          i32.const 1
          i32.add
          local.set $6
          br $for-loop|03
         end
        end
       end
       f64.const -inf
      end
      local.get $8
      f64.gt
     else
      i32.const 0
     end
    end
    if (result i32)
     i32.const 1
    else
     local.get $2
     i32.const 120
     i32.add
     i64.atomic.load
     local.tee $7
     i64.const 0
     i64.ne
     if (result i32)
      local.get $9
      i32.load offset=52
      local.set $4
      local.get $9
      i32.load offset=56
      i32.const 1
      i32.sub
      local.set $5
      i32.const 0
      local.set $6
      block $__inlined_func$assembly/identity/revocation/revokedBefore$11464 (result f64)
       loop $for-loop|05
        local.get $6
        i32.const 64
        i32.lt_u
        if
         local.get $4
         local.get $7
         i32.wrap_i64
         local.get $6
         i32.add
         local.get $5
         i32.and
         i32.const 24
         i32.mul
         i32.add
         local.tee $10
         i64.atomic.load
         local.tee $11
         i64.const 0
         i64.ne
         if
          local.get $7
          local.get $11
          i64.eq
          if
           local.get $10
           i32.const 8
           i32.add
           f64.load
           br $__inlined_func$assembly/identity/revocation/revokedBefore$11464
          end
          local.get $6
          i32.const 1
          i32.add
          local.set $6
          br $for-loop|05
         end
        end
       end
       f64.const -inf
      end
      local.get $8
      f64.gt
     else
      i32.const 0
     end
    end
    if (result i32)
     i32.const 1
    else
     local.get $2
     i32.const 152
     i32.add
     i64.atomic.load
     local.tee $7
     i64.const 0
     i64.ne
     if (result i32)
      local.get $9
      i32.load offset=52
      local.set $4
      local.get $9
      i32.load offset=56
      i32.const 1
      i32.sub
      local.set $5
      i32.const 0
      local.set $6
      block $__inlined_func$assembly/identity/revocation/revokedBefore$11466 (result f64)
       loop $for-loop|07
        local.get $6
        i32.const 64
        i32.lt_u
        if
         local.get $4
         local.get $7
         i32.wrap_i64
         local.get $6
         i32.add
         local.get $5
         i32.and
         i32.const 24
         i32.mul
         i32.add
         local.tee $10
         i64.atomic.load
         local.tee $11
         i64.const 0
         i64.ne
         if
          local.get $7
          local.get $11
          i64.eq
          if
           local.get $10
           i32.const 8
           i32.add
           f64.load
           br $__inlined_func$assembly/identity/revocation/revokedBefore$11466
          end
          local.get $6
          i32.const 1
          i32.add
          local.set $6
          br $for-loop|07
         end
        end
       end
       f64.const -inf
      end
      local.get $8
      f64.gt
     else
      i32.const 0
     end
    end
    if (result i32)
     i32.const 1
    else
     local.get $2
     i32.const 136
     i32.add
     i64.atomic.load
     local.tee $7
     i64.const 0
     i64.ne
     if (result i32)
      local.get $9
      i32.load offset=52
      local.set $4
      local.get $9
      i32.load offset=56
      i32.const 1
      i32.sub
      local.set $5
      i32.const 0
      local.set $6
      block $__inlined_func$assembly/identity/revocation/revokedBefore$11468 (result f64)
       loop $for-loop|09
        local.get $6
        i32.const 64
        i32.lt_u
        if
         local.get $4
         local.get $7
         i32.wrap_i64
         local.get $6
         i32.add
         local.get $5
         i32.and
         i32.const 24
         i32.mul
         i32.add
         local.tee $9
         i64.atomic.load
         local.tee $11
         i64.const 0
         i64.ne
         if
          local.get $7
          local.get $11
          i64.eq
          if
           local.get $9
           i32.const 8
           i32.add
           f64.load
           br $__inlined_func$assembly/identity/revocation/revokedBefore$11468
          end
          local.get $6
          i32.const 1
          i32.add
          local.set $6
          br $for-loop|09
         end
        end
       end
       f64.const -inf
      end
      local.get $8
      f64.gt
     else
      i32.const 0
     end
    end
    br_if $__inlined_func$assembly/identity/revocation/isRevoked$1147
    local.get $2
    i32.const 160
    i32.add
    local.get $0
    i32.atomic.store
    i32.const 0
    local.set $3
   end
   local.get $3
   if
    i32.const 4
    return
   end
  end
  local.get $2
  i32.const 44
  i32.add
  i32.atomic.load
  local.tee $0
  if
   local.get $1
   i32.load offset=64
   local.tee $2
   i32.eqz
   if
    i32.const -11
    return
   end
   local.get $2
   i32.const 2
   i32.eq
   if (result i32)
    i32.const 0
   else
    local.get $1
    i32.const 96
    i32.add
    local.set $2
    i32.const 256
    local.get $0
    i32.load
    local.tee $1
    local.get $1
    i32.const 256
    i32.ge_u
    select
    local.set $3
    local.get $0
    i32.const 8
    i32.add
    local.set $0
    i32.const 0
    local.set $6
    block $__inlined_func$assembly/identity/network/isInNetworks$467 (result i32)
     loop $for-loop|010
      local.get $3
      local.get $6
      i32.gt_u
      if
       local.get $0
       i32.load offset=16
       local.set $4
       i32.const 0
       local.set $1
       i32.const 1
       block $__inlined_func$assembly/identity/network/isIn$1148 (result i32)
        loop $for-loop|00
         local.get $1
         i32.const 2
         i32.lt_u
         if
          i32.const 1
          local.get $1
          i32.const 6
          i32.shl
          local.tee $5
          local.get $4
          i32.lt_u
          if (result i32)
           i32.const 64
           local.get $4
           local.get $5
           i32.sub
           local.tee $5
           local.get $5
           i32.const 64
           i32.ge_u
           select
          else
           i32.const 0
          end
          local.tee $5
          i32.eqz
          br_if $__inlined_func$assembly/identity/network/isIn$1148
          drop
          i32.const 0
          local.get $2
          local.get $1
          i32.const 3
          i32.shl
          local.tee $9
          i32.add
          i64.load
          local.tee $7
          i64.const 8
          i64.shr_u
          i64.const 71777214294589695
          i64.and
          local.get $7
          i64.const 71777214294589695
          i64.and
          i64.const 8
          i64.shl
          i64.or
          local.tee $7
          i64.const 16
          i64.shr_u
          i64.const 281470681808895
          i64.and
          local.get $7
          i64.const 281470681808895
          i64.and
          i64.const 16
          i64.shl
          i64.or
          i64.const 32
          i64.rotr
          local.get $0
          local.get $9
          i32.add
          i64.load
          local.tee $7
          i64.const 8
          i64.shr_u
          i64.const 71777214294589695
          i64.and
          local.get $7
          i64.const 71777214294589695
          i64.and
          i64.const 8
          i64.shl
          i64.or
          local.tee $7
          i64.const 16
          i64.shr_u
          i64.const 281470681808895
          i64.and
          local.get $7
          i64.const 281470681808895
          i64.and
          i64.const 16
          i64.shl
          i64.or
          i64.const 32
          i64.rotr
          i64.xor
          i64.const 64
          local.get $5
          i64.extend_i32_u
          i64.sub
          i64.shr_u
          i64.const 0
          i64.ne
          br_if $__inlined_func$assembly/identity/network/isIn$1148
          drop
          local.get $1
          i32.const 1
          i32.add
          local.set $1
          br $for-loop|00
         end
        end
        i32.const 1
       end
       br_if $__inlined_func$assembly/identity/network/isInNetworks$467
       drop
       local.get $0
       i32.const 24
       i32.add
       local.set $0
       local.get $6
       i32.const 1
       i32.add
       local.set $6
       br $for-loop|010
      end
     end
     i32.const 0
    end
   end
   i32.eqz
   if
    i32.const 9
    return
   end
  end
  i32.const 0
 )
 (func $assembly/gate/principal/answerFacts (param $0 i32) (param $1 i32)
  (local $2 i32)
  (local $3 i32)
  (local $4 i32)
  (local $5 i32)
  (local $6 i32)
  (local $7 i32)
  local.get $0
  i32.load offset=20
  local.set $3
  local.get $0
  i32.load offset=16
  local.set $4
  loop $for-loop|0
   local.get $2
   i32.const 11
   i32.lt_u
   if
    local.get $0
    i32.const 112
    i32.add
    local.get $2
    i32.const 3
    i32.shl
    i32.add
    i64.const -844424930131968
    i64.store
    local.get $2
    i32.const 1
    i32.add
    local.set $2
    br $for-loop|0
   end
  end
  local.get $0
  i32.const 112
  i32.add
  local.get $0
  i32.const 200
  i32.add
  local.tee $2
  i64.extend_i32_u
  i64.const -1970324836974592
  i64.or
  i64.const -844424930131968
  local.get $2
  i32.load
  select
  i64.store
  local.get $1
  if
   local.get $0
   i32.const 120
   i32.add
   local.get $1
   i64.extend_i32_u
   i64.const -1970324836974592
   i64.or
   i64.const -844424930131968
   local.get $1
   i32.load
   select
   i64.store
  end
  local.get $4
  if
   local.get $0
   i32.const 128
   i32.add
   block $__inlined_func$assembly/gate/text/stateWord$492 (result i32)
    i32.const 2320
    local.get $4
    i32.const 1
    i32.eq
    br_if $__inlined_func$assembly/gate/text/stateWord$492
    drop
    i32.const 2304
    local.get $4
    i32.eqz
    br_if $__inlined_func$assembly/gate/text/stateWord$492
    drop
    i32.const 2336
    local.get $4
    i32.const 2
    i32.eq
    br_if $__inlined_func$assembly/gate/text/stateWord$492
    drop
    i32.const 2352
    local.get $4
    i32.const 3
    i32.eq
    br_if $__inlined_func$assembly/gate/text/stateWord$492
    drop
    i32.const 2368
    i32.const 2384
    local.get $4
    i32.const 4
    i32.eq
    select
   end
   local.tee $1
   i64.extend_i32_u
   i64.const -1970324836974592
   i64.or
   i64.const -844424930131968
   local.get $1
   i32.load
   select
   i64.store
  end
  local.get $3
  i32.eqz
  if
   return
  end
  local.get $0
  i32.const 728
  i32.add
  local.set $4
  local.get $0
  i32.const 464
  i32.add
  local.set $5
  local.get $0
  i32.const 1256
  i32.add
  local.tee $2
  i32.const 0
  i32.store
  block $__inlined_func$assembly/gate/principal/copyEnvironment$1156
   local.get $0
   i32.load offset=68
   i32.eqz
   br_if $__inlined_func$assembly/gate/principal/copyEnvironment$1156
   local.get $4
   i32.const 8
   i32.add
   local.set $6
   local.get $4
   i32.load
   local.set $1
   loop $while-continue|0
    local.get $1
    if (result i32)
     local.get $1
     local.get $6
     i32.add
     i32.const 1
     i32.sub
     i32.load8_u
     i32.const 95
     i32.ne
    else
     i32.const 0
    end
    if
     local.get $1
     i32.const 1
     i32.sub
     local.set $1
     br $while-continue|0
    end
   end
   local.get $1
   i32.eqz
   br_if $__inlined_func$assembly/gate/principal/copyEnvironment$1156
   local.get $1
   i32.const 1
   i32.sub
   local.tee $7
   local.set $1
   loop $while-continue|1
    local.get $1
    if (result i32)
     local.get $1
     local.get $6
     i32.add
     i32.const 1
     i32.sub
     i32.load8_u
     i32.const 95
     i32.ne
    else
     i32.const 0
    end
    if
     local.get $1
     i32.const 1
     i32.sub
     local.set $1
     br $while-continue|1
    end
   end
   local.get $2
   local.get $7
   local.get $1
   i32.sub
   local.tee $7
   i32.store
   local.get $2
   i32.const 8
   i32.add
   local.get $1
   local.get $6
   i32.add
   local.get $7
   memory.copy
  end
  local.get $0
  i32.const 136
  i32.add
  local.get $3
  i32.const 1
  i32.eq
  if (result i32)
   i32.const 2408
  else
   local.get $3
   i32.const 2
   i32.eq
   if (result i32)
    i32.const 2424
   else
    i32.const 2440
    i32.const 2304
    local.get $3
    i32.const 3
    i32.eq
    select
   end
  end
  local.tee $1
  i64.extend_i32_u
  i64.const -1970324836974592
  i64.or
  i64.const -844424930131968
  local.get $1
  i32.load
  select
  i64.store
  local.get $0
  i32.const 152
  i32.add
  local.get $5
  i64.extend_i32_u
  i64.const -1970324836974592
  i64.or
  i64.const -844424930131968
  local.get $5
  i32.load
  select
  i64.store
  local.get $3
  i32.const 1
  i32.eq
  if
   local.get $0
   i32.const 144
   i32.add
   local.get $4
   i64.extend_i32_u
   i64.const -1970324836974592
   i64.or
   i64.const -844424930131968
   local.get $4
   i32.load
   select
   i64.store
   local.get $0
   i32.const 160
   i32.add
   local.get $4
   i64.extend_i32_u
   i64.const -1970324836974592
   i64.or
   i64.const -844424930131968
   local.get $4
   i32.load
   select
   i64.store
   local.get $0
   i32.const 168
   i32.add
   local.get $0
   i32.const 1256
   i32.add
   local.tee $1
   i64.extend_i32_u
   i64.const -1970324836974592
   i64.or
   i64.const -844424930131968
   local.get $1
   i32.load
   select
   i64.store
  else
   local.get $0
   i32.const 144
   i32.add
   local.get $5
   i64.extend_i32_u
   i64.const -1970324836974592
   i64.or
   i64.const -844424930131968
   local.get $5
   i32.load
   select
   i64.store
   local.get $0
   i32.const 176
   i32.add
   local.get $4
   i64.extend_i32_u
   i64.const -1970324836974592
   i64.or
   i64.const -844424930131968
   local.get $4
   i32.load
   select
   i64.store
   local.get $0
   i32.const 184
   i32.add
   local.get $0
   i32.const 992
   i32.add
   local.tee $1
   i64.extend_i32_u
   i64.const -1970324836974592
   i64.or
   i64.const -844424930131968
   local.get $1
   i32.load
   select
   i64.store
  end
  local.get $0
  i32.const 192
  i32.add
  local.get $5
  local.get $4
  local.get $5
  i32.load
  local.get $3
  i32.const 1
  i32.ne
  i32.or
  select
  local.tee $0
  i64.extend_i32_u
  i64.const -1970324836974592
  i64.or
  i64.const -844424930131968
  local.get $0
  i32.load
  select
  i64.store
 )
 (func $assembly/gate/feature/setBase (param $0 i32) (param $1 i32) (param $2 i32) (param $3 i32) (param $4 i32) (param $5 i32) (param $6 i32)
  (local $7 f64)
  (local $8 i32)
  (local $9 i32)
  (local $10 f64)
  local.get $2
  i32.load offset=12
  local.set $8
  i32.const 2
  i32.const 3
  local.get $2
  f64.load offset=48
  local.tee $7
  local.get $2
  f64.load offset=32
  f64.gt
  local.tee $2
  select
  local.set $9
  local.get $5
  if (result f64)
   local.get $2
   if (result f64)
    local.get $7
   else
    local.get $5
    f64.load offset=32
   end
  else
   f64.const inf
  end
  local.set $7
  local.get $3
  i32.load offset=12
  i32.const 3
  i32.eq
  if
   local.get $3
   i32.load offset=36
   local.set $2
   local.get $3
   i32.load offset=44
   if (result i32)
    local.get $0
    local.get $1
    local.get $2
    local.get $5
    call $assembly/gate/own-limit/ownLimit
   else
    i32.const 0
   end
   local.tee $0
   if
    local.get $0
    i32.load offset=28
    f64.convert_i32_u
    local.set $7
    local.get $6
    i32.const 0
    i32.store offset=4
    local.get $6
    i32.const 2
    i32.store offset=8
    local.get $6
    local.get $7
    f64.store offset=16
    local.get $6
    f64.const inf
    f64.store offset=24
    return
   end
   local.get $3
   i32.load offset=40
   local.tee $3
   local.get $2
   local.get $8
   i32.const -1
   i32.eq
   select
   local.set $0
   block $__inlined_func$assembly/gate/feature/limitByPlan$521
    local.get $3
    i32.const -1
    i32.eq
    br_if $__inlined_func$assembly/gate/feature/limitByPlan$521
    local.get $2
    local.set $0
    local.get $3
    i32.eqz
    br_if $__inlined_func$assembly/gate/feature/limitByPlan$521
    local.get $1
    local.get $3
    i32.add
    local.get $8
    i32.const 1
    i32.add
    i32.const 0
    local.get $8
    i32.const -1
    i32.ne
    select
    i32.const 2
    i32.shl
    i32.add
    i32.load
    local.set $0
   end
   local.get $0
   i32.const -1
   i32.eq
   if
    local.get $6
    i32.const 5
    i32.store offset=4
    local.get $6
    i32.const 0
    i32.store offset=8
    local.get $6
    f64.const 0
    f64.store offset=16
    local.get $6
    f64.const inf
    f64.store offset=24
    return
   end
   local.get $1
   local.get $1
   i32.load offset=36
   i32.add
   local.get $0
   i32.const 80
   i32.mul
   i32.add
   i32.load offset=28
   f64.convert_i32_u
   local.set $10
   local.get $0
   local.get $2
   i32.eq
   if
    local.get $6
    i32.const 4
    i32.store offset=4
    local.get $6
    i32.const 2
    i32.store offset=8
    local.get $6
    local.get $10
    f64.store offset=16
    local.get $6
    f64.const inf
    f64.store offset=24
   else
    local.get $6
    local.get $9
    i32.store offset=4
    local.get $6
    i32.const 2
    i32.store offset=8
    local.get $6
    local.get $10
    f64.store offset=16
    local.get $6
    local.get $7
    f64.store offset=24
   end
   return
  end
  local.get $8
  i32.const -1
  i32.ne
  if
   local.get $1
   local.get $1
   local.get $1
   i32.load offset=68
   i32.add
   local.get $8
   i32.const 4
   i32.shl
   i32.add
   i32.load offset=12
   i32.add
   local.get $4
   i32.const 4
   i32.shl
   i32.add
   local.tee $0
   i32.load offset=8
   local.tee $1
   if
    local.get $0
    f64.load
    local.set $10
    local.get $6
    local.get $9
    i32.store offset=4
    local.get $6
    local.get $1
    i32.store offset=8
    local.get $6
    local.get $10
    f64.store offset=16
    local.get $6
    local.get $7
    f64.store offset=24
    return
   end
  end
  local.get $3
  i32.load offset=24
  local.tee $0
  if
   local.get $3
   f64.load offset=16
   local.set $7
   local.get $6
   i32.const 4
   i32.store offset=4
   local.get $6
   local.get $0
   i32.store offset=8
   local.get $6
   local.get $7
   f64.store offset=16
  else
   local.get $6
   i32.const 5
   i32.store offset=4
   local.get $6
   i32.const 0
   i32.store offset=8
   local.get $6
   f64.const 0
   f64.store offset=16
  end
  local.get $6
  f64.const inf
  f64.store offset=24
 )
 (func $assembly/gate/decide/featureOf (param $0 i32) (param $1 i32) (param $2 i32) (param $3 i32) (param $4 i32) (param $5 f64) (result i32)
  (local $6 i32)
  (local $7 i32)
  (local $8 i32)
  (local $9 i32)
  local.get $0
  i32.load offset=152
  local.set $6
  local.get $0
  i32.load offset=88
  i32.const 8472
  i32.atomic.load
  i32.ne
  if
   i32.const 0
   return
  end
  local.get $0
  i32.load offset=148
  local.set $7
  local.get $6
  local.get $5
  f64.const 315576e6
  f64.le
  local.get $5
  f64.const 0
  f64.ge
  i32.and
  if (result f64)
   local.get $5
  else
   f64.const 315576e6
   local.get $5
   local.get $5
   f64.const 315576e6
   f64.gt
   select
   f64.const 0
   local.get $5
   f64.const 0
   f64.gt
   select
  end
  f64.floor
  i32.const 8448
  f64.load
  f64.add
  f64.store offset=32
  local.get $6
  local.get $2
  i32.store offset=8
  local.get $6
  local.get $7
  i32.load offset=76
  i32.store offset=92
  local.get $0
  i32.load offset=148
  i32.load offset=48
  local.get $3
  i32.const 1
  i32.sub
  i32.const 72
  i32.mul
  i32.add
  local.set $8
  local.get $4
  i32.const -1
  i32.ne
  local.set $2
  local.get $1
  local.get $1
  i32.load offset=76
  i32.add
  local.get $4
  i32.const 56
  i32.mul
  i32.add
  local.set $7
  i32.const 0
  local.set $3
  loop $for-loop|0
   local.get $3
   i32.const 1000
   i32.lt_s
   if
    local.get $8
    i32.atomic.load
    local.tee $9
    i32.const 1
    i32.and
    i32.eqz
    if
     local.get $6
     local.get $1
     local.get $8
     local.get $6
     f64.load offset=32
     call $assembly/gate/tenant/answerTenant
     local.get $2
     if
      local.get $0
      local.get $1
      local.get $6
      local.get $7
      local.get $4
      local.get $8
      local.get $6
      i32.const 2048
      i32.add
      call $assembly/gate/feature/answerFeature
     end
     local.get $9
     local.get $8
     i32.atomic.load
     i32.eq
     if
      i32.const 1
      return
     end
    end
    local.get $3
    i32.const 1
    i32.add
    local.set $3
    br $for-loop|0
   end
  end
  i32.const 0
 )
 (func $assembly/gate/decide/decideOnce (param $0 i32) (param $1 i32) (param $2 i32) (param $3 i32) (param $4 i32) (param $5 i32) (result i32)
  (local $6 i32)
  (local $7 i32)
  (local $8 i32)
  (local $9 i32)
  (local $10 i32)
  (local $11 i32)
  (local $12 i32)
  (local $13 i32)
  local.get $0
  i32.load offset=152
  local.set $7
  local.get $4
  if
   local.get $0
   local.get $7
   local.get $4
   call $assembly/gate/principal/identify
   local.set $6
  else
   local.get $7
   i32.const 0
   i32.store offset=84
   local.get $7
   i32.const 0
   i32.store offset=20
   local.get $7
   i32.const 0
   i32.store offset=24
   local.get $7
   i32.const 0
   i32.store offset=80
   local.get $7
   i32.const 0
   i32.store offset=68
   local.get $7
   f64.const inf
   f64.store offset=40
   local.get $7
   i32.const 728
   i32.add
   i32.const 0
   i32.store
   local.get $7
   i32.const 464
   i32.add
   i32.const 0
   i32.store
   local.get $7
   i32.const 992
   i32.add
   i32.const 0
   i32.store
  end
  local.get $6
  i32.const 0
  i32.lt_s
  if
   local.get $6
   return
  end
  local.get $7
  i32.load offset=80
  local.tee $4
  if (result i32)
   local.get $0
   i32.load offset=148
   i32.load offset=48
   local.get $4
   i32.const 1
   i32.sub
   i32.const 72
   i32.mul
   i32.add
  else
   i32.const 0
  end
  local.tee $8
  if
   local.get $8
   i32.atomic.load
   local.tee $11
   i32.const 1
   i32.and
   if
    i32.const -13
    return
   end
   local.get $7
   local.get $1
   local.get $8
   local.get $7
   f64.load offset=32
   call $assembly/gate/tenant/answerTenant
  else
   local.get $7
   i32.const 0
   i32.store offset=16
   local.get $7
   i32.const -1
   i32.store offset=12
   local.get $7
   f64.const -inf
   f64.store offset=48
   local.get $7
   f64.const nan:0x8000000000000
   f64.store offset=56
   local.get $7
   i32.const 200
   i32.add
   i32.const 0
   i32.store
  end
  local.get $7
  local.get $7
  i32.load offset=12
  local.tee $4
  i32.const -1
  i32.eq
  if (result i32)
   i32.const 0
  else
   local.get $1
   local.get $1
   local.get $1
   i32.load offset=68
   i32.add
   local.get $4
   i32.const 4
   i32.shl
   i32.add
   i32.load offset=8
   i32.add
  end
  call $assembly/gate/principal/answerFacts
  local.get $6
  local.tee $4
  local.get $2
  i32.or
  if (result i32)
   i32.const 0
  else
   local.get $8
   if (result i32)
    local.get $8
    i32.const 4
    i32.add
    i32.atomic.load
    local.tee $9
    i32.const 2
    i32.ne
    local.get $9
    i32.const 1
    i32.ne
    i32.and
   else
    i32.const 0
   end
  end
  if
   i32.const 10
   local.set $4
  end
  local.get $2
  if
   local.get $0
   i32.load offset=160
   local.set $12
   local.get $1
   local.get $2
   i32.load offset=36
   i32.add
   local.set $4
   local.get $2
   i32.load offset=40
   local.set $9
   loop $for-loop|0
    local.get $9
    if
     local.get $12
     local.get $4
     i32.load16_u
     i32.const 7
     i32.shl
     i32.add
     local.set $10
     local.get $4
     i32.load16_u offset=2
     local.tee $13
     i32.const 10
     i32.ne
     if (result i32)
      i32.const 1
     else
      local.get $10
      i64.load
      i64.const 48
      i64.shr_u
      i32.wrap_i64
      i32.const 65533
      i32.ge_u
     end
     if
      local.get $10
      local.get $7
      i32.const 112
      i32.add
      local.get $13
      i32.const 3
      i32.shl
      i32.add
      i64.load
      i64.store
     end
     local.get $4
     i32.const 4
     i32.add
     local.set $4
     local.get $9
     i32.const 1
     i32.sub
     local.set $9
     br $for-loop|0
    end
   end
   local.get $0
   local.get $1
   local.get $7
   local.get $2
   local.get $3
   local.get $6
   local.get $5
   local.get $8
   call $assembly/gate/steps/runSteps
   local.set $4
  end
  local.get $8
  if (result i32)
   local.get $11
   local.get $8
   i32.atomic.load
   i32.ne
  else
   i32.const 0
  end
  if
   i32.const -13
   return
  end
  local.get $4
  i32.const -13
  local.get $7
  i32.load offset=84
  local.tee $0
  if (result i32)
   local.get $0
   i32.atomic.load
   local.get $7
   i32.load offset=88
   i32.eq
  else
   i32.const 1
  end
  select
 )
 (func $assembly/flags/verify/verifySections (param $0 i32) (param $1 i32) (result i32)
  (local $2 i64)
  (local $3 i32)
  (local $4 i64)
  block $folding-inner0
   local.get $0
   i64.load32_u offset=56
   local.tee $2
   i64.const 7
   i64.and
   i64.const 0
   i64.ne
   local.get $2
   i64.const 128
   i64.lt_u
   i32.or
   local.get $2
   local.get $1
   i64.extend_i32_u
   i64.gt_u
   i32.or
   br_if $folding-inner0
   local.get $0
   i32.load offset=16
   local.set $3
   local.get $2
   local.get $0
   i64.load32_u offset=20
   local.tee $2
   i64.ne
   if (result i64)
    i64.const 0
   else
    local.get $2
    local.get $3
    i64.extend_i32_u
    i64.const 56
    i64.mul
    i64.add
    i64.const 7
    i64.add
    i64.const -8
    i64.and
   end
   local.tee $2
   i64.eqz
   br_if $folding-inner0
   local.get $0
   i32.load offset=24
   local.set $3
   local.get $2
   local.get $0
   i64.load32_u offset=28
   local.tee $2
   i64.ne
   if (result i64)
    i64.const 0
   else
    local.get $2
    local.get $3
    i64.extend_i32_u
    i64.const 3
    i64.shl
    i64.add
    i64.const 7
    i64.add
    i64.const -8
    i64.and
   end
   local.tee $2
   i64.eqz
   br_if $folding-inner0
   local.get $0
   i32.load offset=32
   local.set $3
   local.get $2
   local.get $0
   i64.load32_u offset=36
   local.tee $2
   i64.ne
   if (result i64)
    i64.const 0
   else
    local.get $2
    local.get $3
    i64.extend_i32_u
    i64.const 80
    i64.mul
    i64.add
    i64.const 7
    i64.add
    i64.const -8
    i64.and
   end
   local.tee $2
   i64.eqz
   br_if $folding-inner0
   local.get $0
   i32.load offset=40
   local.set $3
   local.get $2
   local.get $0
   i64.load32_u offset=44
   local.tee $2
   i64.ne
   if (result i64)
    i64.const 0
   else
    local.get $2
    local.get $3
    i64.extend_i32_u
    i64.const 3
    i64.shl
    i64.add
    i64.const 7
    i64.add
    i64.const -8
    i64.and
   end
   local.tee $2
   i64.eqz
   br_if $folding-inner0
   local.get $0
   i32.load offset=48
   local.set $3
   local.get $2
   local.get $0
   i64.load32_u offset=52
   local.tee $2
   i64.ne
   if (result i64)
    i64.const 0
   else
    local.get $2
    local.get $3
    i64.extend_i32_u
    i64.const 3
    i64.shl
    i64.add
    i64.const 7
    i64.add
    i64.const -8
    i64.and
   end
   local.tee $2
   i64.eqz
   br_if $folding-inner0
   local.get $0
   i32.load offset=64
   local.set $3
   local.get $2
   local.get $0
   i64.load32_u offset=68
   local.tee $2
   i64.ne
   if (result i64)
    i64.const 0
   else
    local.get $2
    local.get $3
    i64.extend_i32_u
    i64.const 4
    i64.shl
    i64.add
    i64.const 7
    i64.add
    i64.const -8
    i64.and
   end
   local.tee $2
   i64.eqz
   br_if $folding-inner0
   local.get $0
   i32.load offset=72
   local.set $3
   local.get $2
   local.get $0
   i64.load32_u offset=76
   local.tee $2
   i64.ne
   if (result i64)
    i64.const 0
   else
    local.get $2
    local.get $3
    i64.extend_i32_u
    i64.const 56
    i64.mul
    i64.add
    i64.const 7
    i64.add
    i64.const -8
    i64.and
   end
   local.tee $2
   i64.eqz
   br_if $folding-inner0
   local.get $0
   i32.load offset=80
   local.set $3
   local.get $2
   local.get $0
   i64.load32_u offset=84
   local.tee $2
   i64.ne
   if (result i64)
    i64.const 0
   else
    local.get $2
    local.get $3
    i64.extend_i32_u
    i64.const 48
    i64.mul
    i64.add
    i64.const 7
    i64.add
    i64.const -8
    i64.and
   end
   local.tee $2
   i64.eqz
   br_if $folding-inner0
   local.get $0
   i32.load offset=88
   local.set $3
   local.get $2
   local.get $0
   i64.load32_u offset=92
   local.tee $2
   i64.ne
   if (result i64)
    i64.const 0
   else
    local.get $2
    local.get $3
    i64.extend_i32_u
    i64.const 24
    i64.mul
    i64.add
    i64.const 7
    i64.add
    i64.const -8
    i64.and
   end
   local.tee $2
   i64.eqz
   br_if $folding-inner0
   local.get $1
   i64.extend_i32_u
   local.set $4
   local.get $0
   i32.load offset=96
   local.set $1
   local.get $2
   local.get $0
   i64.load32_u offset=100
   local.tee $2
   i64.ne
   if (result i64)
    i64.const 0
   else
    local.get $2
    local.get $1
    i64.extend_i32_u
    i64.const 2
    i64.shl
    i64.add
    i64.const 7
    i64.add
    i64.const -8
    i64.and
   end
   local.get $4
   i64.ne
   br_if $folding-inner0
   i32.const 0
   i32.const 6
   i32.const 1
   local.get $0
   i32.load offset=60
   local.tee $1
   i32.const 128
   i32.lt_u
   local.get $1
   i32.const 7
   i32.and
   select
   if (result i32)
    i32.const 0
   else
    local.get $0
    i64.load32_u offset=56
    local.get $1
    i64.extend_i32_u
    i64.const 8
    i64.add
    i64.ge_u
   end
   if (result i32)
    local.get $0
    local.get $1
    i32.add
    i64.load32_u
    i64.const 8
    i64.add
    local.set $2
    i32.const 1
    local.get $1
    i32.const 128
    i32.lt_u
    local.get $1
    i32.const 7
    i32.and
    select
    if (result i32)
     i32.const 0
    else
     local.get $0
     i64.load32_u offset=56
     local.get $1
     i64.extend_i32_u
     local.get $2
     i64.add
     i64.ge_u
    end
   else
    i32.const 0
   end
   select
   return
  end
  i32.const 5
 )
 (func $assembly/flags/verify/verifyFlag (param $0 i32) (param $1 i32) (result i32)
  (local $2 i32)
  (local $3 i64)
  (local $4 i32)
  (local $5 i32)
  (local $6 i32)
  (local $7 i32)
  (local $8 i32)
  (local $9 i32)
  (local $10 i64)
  i32.const 1
  local.get $1
  i32.load
  local.tee $2
  i32.const 128
  i32.lt_u
  local.get $2
  i32.const 7
  i32.and
  select
  if (result i32)
   i32.const 0
  else
   local.get $0
   i64.load32_u offset=56
   local.get $2
   i64.extend_i32_u
   i64.const 8
   i64.add
   i64.ge_u
  end
  if (result i32)
   local.get $0
   local.get $2
   i32.add
   i64.load32_u
   i64.const 8
   i64.add
   local.set $3
   i32.const 1
   local.get $2
   i32.const 128
   i32.lt_u
   local.get $2
   i32.const 7
   i32.and
   select
   if (result i32)
    i32.const 0
   else
    local.get $0
    i64.load32_u offset=56
    local.get $2
    i64.extend_i32_u
    local.get $3
    i64.add
    i64.ge_u
   end
  else
   i32.const 0
  end
  if (result i32)
   i32.const 1
   local.get $1
   i32.load offset=44
   local.tee $7
   i32.const 128
   i32.lt_u
   local.get $7
   i32.const 7
   i32.and
   select
   if (result i32)
    i32.const 0
   else
    local.get $0
    i64.load32_u offset=56
    local.get $7
    i64.extend_i32_u
    i64.const 8
    i64.add
    i64.ge_u
   end
   if (result i32)
    local.get $0
    local.get $7
    i32.add
    i64.load32_u
    i64.const 8
    i64.add
    local.set $3
    i32.const 1
    local.get $7
    i32.const 128
    i32.lt_u
    local.get $7
    i32.const 7
    i32.and
    select
    if (result i32)
     i32.const 0
    else
     local.get $0
     i64.load32_u offset=56
     local.get $7
     i64.extend_i32_u
     local.get $3
     i64.add
     i64.ge_u
    end
   else
    i32.const 0
   end
  else
   i32.const 0
  end
  i32.eqz
  if
   i32.const 6
   return
  end
  i32.const 1
  local.get $1
  i32.load offset=52
  local.tee $7
  i32.const 128
  i32.lt_u
  local.get $7
  i32.const 7
  i32.and
  select
  if (result i32)
   i32.const 0
  else
   local.get $0
   i64.load32_u offset=56
   local.get $7
   i64.extend_i32_u
   i64.const 8
   i64.add
   i64.ge_u
  end
  if (result i32)
   local.get $0
   local.get $7
   i32.add
   i64.load32_u
   i64.const 8
   i64.add
   local.set $3
   i32.const 1
   local.get $7
   i32.const 128
   i32.lt_u
   local.get $7
   i32.const 7
   i32.and
   select
   if (result i32)
    i32.const 0
   else
    local.get $0
    i64.load32_u offset=56
    local.get $7
    i64.extend_i32_u
    local.get $3
    i64.add
    i64.ge_u
   end
  else
   i32.const 0
  end
  i32.eqz
  if
   i32.const 6
   return
  end
  i32.const 0
  i32.const 0
  i32.const 0
  local.get $0
  local.get $2
  i32.add
  local.tee $2
  i32.const 8
  i32.add
  local.get $2
  i32.load
  call $assembly/hash/murmur3/murmur3After
  local.get $1
  i32.load offset=4
  i32.ne
  if
   i32.const 9
   return
  end
  local.get $1
  i32.load offset=8
  local.tee $2
  i32.const 3
  i32.gt_u
  if (result i32)
   i32.const 1
  else
   local.get $1
   i32.load offset=20
   i32.const 255
   i32.gt_u
  end
  if
   i32.const 9
   return
  end
  local.get $2
  i32.const 1
  i32.ne
  local.set $8
  local.get $1
  i32.load offset=28
  local.tee $9
  i64.extend_i32_u
  i64.const 2
  i64.shl
  local.set $3
  i32.const 8
  local.set $2
  block $__inlined_func$assembly/flags/verify/verifyFlagLists$1320
   i32.const 1
   local.get $1
   i32.load offset=24
   local.tee $7
   i32.const 128
   i32.lt_u
   local.get $7
   i32.const 7
   i32.and
   select
   if (result i32)
    i32.const 0
   else
    local.get $0
    i64.load32_u offset=56
    local.get $7
    i64.extend_i32_u
    local.get $3
    i64.add
    i64.ge_u
   end
   i32.eqz
   br_if $__inlined_func$assembly/flags/verify/verifyFlagLists$1320
   loop $for-loop|0
    local.get $4
    local.get $9
    i32.lt_u
    if
     local.get $6
     local.get $0
     local.get $7
     i32.add
     local.get $4
     i32.const 2
     i32.shl
     i32.add
     i32.load16_u
     local.tee $6
     i32.gt_u
     if (result i32)
      i32.const 1
     else
      local.get $6
      local.get $0
      i32.load offset=24
      i32.ge_u
     end
     br_if $__inlined_func$assembly/flags/verify/verifyFlagLists$1320
     local.get $6
     i32.const 1
     i32.add
     local.set $6
     local.get $4
     i32.const 1
     i32.add
     local.set $4
     br $for-loop|0
    end
   end
   local.get $1
   i32.load offset=32
   local.set $4
   i32.const 10
   local.set $2
   local.get $1
   i32.load offset=36
   local.tee $6
   i32.const 65535
   i32.ge_u
   if (result i32)
    i32.const 0
   else
    i32.const 1
    local.get $4
    i32.const 128
    i32.lt_u
    local.get $4
    i32.const 7
    i32.and
    select
    if (result i32)
     i32.const 0
    else
     local.get $0
     i64.load32_u offset=56
     local.get $4
     i64.extend_i32_u
     local.get $6
     i64.extend_i32_u
     i64.const 2
     i64.shl
     i64.add
     i64.ge_u
    end
   end
   i32.eqz
   br_if $__inlined_func$assembly/flags/verify/verifyFlagLists$1320
   loop $for-loop|1
    local.get $5
    local.get $6
    i32.lt_u
    if
     i32.const 6
     local.set $2
     i32.const 1
     local.get $0
     local.get $4
     i32.add
     local.get $5
     i32.const 2
     i32.shl
     i32.add
     i32.load
     local.tee $7
     i32.const 128
     i32.lt_u
     local.get $7
     i32.const 7
     i32.and
     select
     if (result i32)
      i32.const 0
     else
      local.get $0
      i64.load32_u offset=56
      local.get $7
      i64.extend_i32_u
      i64.const 8
      i64.add
      i64.ge_u
     end
     if (result i32)
      local.get $0
      local.get $7
      i32.add
      i64.load32_u
      i64.const 8
      i64.add
      local.set $3
      i32.const 1
      local.get $7
      i32.const 128
      i32.lt_u
      local.get $7
      i32.const 7
      i32.and
      select
      if (result i32)
       i32.const 0
      else
       local.get $0
       i64.load32_u offset=56
       local.get $7
       i64.extend_i32_u
       local.get $3
       i64.add
       i64.ge_u
      end
     else
      i32.const 0
     end
     i32.eqz
     br_if $__inlined_func$assembly/flags/verify/verifyFlagLists$1320
     local.get $5
     i32.const 1
     i32.add
     local.set $5
     br $for-loop|1
    end
   end
   i32.const 0
   i32.const 10
   local.get $1
   i32.load offset=40
   local.tee $2
   i32.const 65535
   i32.eq
   local.get $2
   local.get $6
   i32.lt_u
   i32.or
   select
   local.set $2
  end
  i32.const 1
  local.get $8
  local.get $2
  select
  if
   local.get $2
   return
  end
  local.get $0
  i64.load32_u offset=40
  local.get $1
  i64.load32_u offset=12
  local.get $1
  i32.load offset=16
  local.tee $4
  i64.extend_i32_u
  i64.add
  i64.lt_u
  if
   i32.const 9
   return
  end
  local.get $0
  local.get $0
  i32.load offset=44
  i32.add
  local.get $1
  i32.load offset=12
  i32.const 3
  i32.shl
  i32.add
  local.set $5
  i32.const 15
  local.set $2
  block $__inlined_func$assembly/flags/verify-program/verifyProgram$1002
   local.get $4
   if (result i32)
    local.get $5
    i32.load8_u offset=1
   else
    i32.const 1
   end
   br_if $__inlined_func$assembly/flags/verify-program/verifyProgram$1002
   local.get $0
   local.get $1
   local.get $5
   i32.const 0
   local.get $4
   local.get $4
   i32.const 1
   i32.sub
   i32.const 0
   i32.const 0
   i32.const 0
   call $assembly/flags/verify-program/verifyRange
   local.tee $3
   i64.const 32
   i64.shr_u
   local.tee $10
   i32.wrap_i64
   local.set $2
   local.get $10
   i64.const 0
   i64.ne
   br_if $__inlined_func$assembly/flags/verify-program/verifyProgram$1002
   i32.const 18
   i32.const 0
   local.get $1
   i32.load offset=48
   local.get $3
   i32.wrap_i64
   i32.ne
   select
   local.set $2
  end
  local.get $2
 )
 (func $assembly/flags/verify/verify (param $0 i32) (param $1 i32) (result i32)
  (local $2 i32)
  (local $3 i32)
  (local $4 i32)
  (local $5 i64)
  (local $6 i32)
  local.get $1
  i32.const 128
  i32.lt_u
  if
   i32.const 1
   return
  end
  local.get $0
  i32.load
  i32.const 1229739347
  i32.ne
  if
   i32.const 2
   return
  end
  local.get $0
  i32.load offset=4
  i32.const 4
  i32.ne
  if
   i32.const 3
   return
  end
  local.get $0
  i32.load offset=12
  local.get $1
  i32.ne
  if
   i32.const 1
   return
  end
  i32.const 0
  i32.const 0
  i32.const 0
  local.get $0
  i32.const 12
  i32.add
  local.get $1
  i32.const 12
  i32.sub
  call $assembly/hash/murmur3/murmur3After
  local.get $0
  i32.load offset=8
  i32.ne
  if
   i32.const 4
   return
  end
  local.get $0
  local.get $1
  call $assembly/flags/verify/verifySections
  local.tee $1
  i32.eqz
  if
   local.get $0
   local.get $0
   i32.load offset=28
   i32.add
   local.set $1
   local.get $0
   i32.load offset=24
   local.set $4
   block $__inlined_func$assembly/flags/verify/verifyAttributes$1012
    loop $for-loop|0
     local.get $4
     if
      i32.const 6
      local.set $2
      i32.const 1
      local.get $1
      i32.load
      local.tee $6
      i32.const 128
      i32.lt_u
      local.get $6
      i32.const 7
      i32.and
      select
      if (result i32)
       i32.const 0
      else
       local.get $0
       i64.load32_u offset=56
       local.get $6
       i64.extend_i32_u
       i64.const 8
       i64.add
       i64.ge_u
      end
      if (result i32)
       local.get $0
       local.get $6
       i32.add
       i64.load32_u
       i64.const 8
       i64.add
       local.set $5
       i32.const 1
       local.get $6
       i32.const 128
       i32.lt_u
       local.get $6
       i32.const 7
       i32.and
       select
       if (result i32)
        i32.const 0
       else
        local.get $0
        i64.load32_u offset=56
        local.get $6
        i64.extend_i32_u
        local.get $5
        i64.add
        i64.ge_u
       end
      else
       i32.const 0
      end
      i32.eqz
      br_if $__inlined_func$assembly/flags/verify/verifyAttributes$1012
      i32.const 8
      local.set $2
      local.get $1
      i32.load16_u offset=4
      i32.const 1
      i32.gt_u
      br_if $__inlined_func$assembly/flags/verify/verifyAttributes$1012
      local.get $1
      i32.const 8
      i32.add
      local.set $1
      local.get $4
      i32.const 1
      i32.sub
      local.set $4
      br $for-loop|0
     end
    end
    i32.const 0
    local.set $2
   end
   local.get $2
   local.set $1
  end
  local.get $1
  i32.eqz
  if
   local.get $0
   local.get $0
   i32.load offset=52
   i32.add
   local.set $1
   local.get $0
   i32.load offset=48
   local.set $4
   block $__inlined_func$assembly/flags/verify/verifyConstants$1013 (result i32)
    loop $for-loop|00
     local.get $4
     if
      i32.const 7
      local.get $0
      local.get $1
      i64.load
      call $assembly/flags/verify/isConstant
      i32.eqz
      br_if $__inlined_func$assembly/flags/verify/verifyConstants$1013
      drop
      local.get $1
      i32.const 8
      i32.add
      local.set $1
      local.get $4
      i32.const 1
      i32.sub
      local.set $4
      br $for-loop|00
     end
    end
    i32.const 0
   end
   local.set $1
  end
  local.get $1
  i32.eqz
  if
   i32.const 16
   local.set $2
   block $__inlined_func$assembly/flags/verify/verifyLimits$1014
    local.get $0
    local.get $0
    i32.load offset=36
    i32.add
    local.tee $4
    local.get $0
    i32.load offset=32
    local.tee $1
    call $assembly/limits/verify/areLimits
    i32.eqz
    br_if $__inlined_func$assembly/flags/verify/verifyLimits$1014
    loop $for-loop|01
     local.get $1
     if
      i32.const 6
      local.set $2
      i32.const 1
      local.get $4
      i32.load offset=64
      local.tee $6
      i32.const 128
      i32.lt_u
      local.get $6
      i32.const 7
      i32.and
      select
      if (result i32)
       i32.const 0
      else
       local.get $0
       i64.load32_u offset=56
       local.get $6
       i64.extend_i32_u
       i64.const 8
       i64.add
       i64.ge_u
      end
      if (result i32)
       local.get $0
       local.get $6
       i32.add
       i64.load32_u
       i64.const 8
       i64.add
       local.set $5
       i32.const 1
       local.get $6
       i32.const 128
       i32.lt_u
       local.get $6
       i32.const 7
       i32.and
       select
       if (result i32)
        i32.const 0
       else
        local.get $0
        i64.load32_u offset=56
        local.get $6
        i64.extend_i32_u
        local.get $5
        i64.add
        i64.ge_u
       end
      else
       i32.const 0
      end
      i32.eqz
      br_if $__inlined_func$assembly/flags/verify/verifyLimits$1014
      i32.const 1
      local.get $4
      i32.load offset=72
      local.tee $6
      i32.const 128
      i32.lt_u
      local.get $6
      i32.const 7
      i32.and
      select
      if (result i32)
       i32.const 0
      else
       local.get $0
       i64.load32_u offset=56
       local.get $6
       i64.extend_i32_u
       i64.const 8
       i64.add
       i64.ge_u
      end
      if (result i32)
       local.get $0
       local.get $6
       i32.add
       i64.load32_u
       i64.const 8
       i64.add
       local.set $5
       i32.const 1
       local.get $6
       i32.const 128
       i32.lt_u
       local.get $6
       i32.const 7
       i32.and
       select
       if (result i32)
        i32.const 0
       else
        local.get $0
        i64.load32_u offset=56
        local.get $6
        i64.extend_i32_u
        local.get $5
        i64.add
        i64.ge_u
       end
      else
       i32.const 0
      end
      i32.eqz
      br_if $__inlined_func$assembly/flags/verify/verifyLimits$1014
      local.get $4
      i32.const 80
      i32.add
      local.set $4
      local.get $1
      i32.const 1
      i32.sub
      local.set $1
      br $for-loop|01
     end
    end
    i32.const 0
    local.set $2
   end
   local.get $2
   local.set $1
  end
  local.get $1
  i32.eqz
  if
   local.get $0
   local.get $0
   i32.load offset=20
   i32.add
   local.set $1
   local.get $0
   i32.load offset=16
   local.set $4
   block $__inlined_func$assembly/flags/verify/verifyFlags$1015
    loop $for-loop|02
     local.get $4
     if
      local.get $0
      local.get $1
      call $assembly/flags/verify/verifyFlag
      local.tee $2
      br_if $__inlined_func$assembly/flags/verify/verifyFlags$1015
      i32.const 9
      local.set $2
      local.get $3
      local.get $1
      i32.load offset=4
      local.tee $3
      i32.gt_u
      br_if $__inlined_func$assembly/flags/verify/verifyFlags$1015
      local.get $1
      i32.const 56
      i32.add
      local.set $1
      local.get $4
      i32.const 1
      i32.sub
      local.set $4
      br $for-loop|02
     end
    end
    i32.const 0
    local.set $2
   end
   local.get $2
   local.set $1
  end
  local.get $1
  if (result i32)
   local.get $1
  else
   local.get $0
   call $assembly/gate/verify/verifyGates
  end
 )
 (func $assembly/flags/verify-program/verifyInstruction (param $0 i32) (param $1 i32) (param $2 i32) (param $3 i32) (param $4 i32) (param $5 i32) (result i32)
  (local $6 i32)
  (local $7 i32)
  (local $8 i64)
  (local $9 i64)
  (local $10 i32)
  (local $11 i32)
  local.get $1
  local.get $2
  i32.const 3
  i32.shl
  i32.add
  local.tee $11
  i32.load8_u
  local.set $7
  local.get $11
  i32.load8_u offset=1
  local.set $6
  local.get $11
  i32.load16_u offset=2
  local.set $10
  local.get $11
  i32.load offset=4
  local.set $11
  local.get $7
  i32.const 30
  i32.eq
  if (result i32)
   local.get $4
   if (result i32)
    local.get $10
    local.get $4
    i32.const 1
    i32.sub
    i32.eq
    if (result i32)
     i32.const 1
    else
     local.get $10
     local.get $4
     i32.const 3
     i32.sub
     i32.eq
     local.get $5
     i32.const 5
     i32.ge_u
     i32.and
    end
   else
    i32.const 0
   end
  else
   i32.const 1
  end
  i32.eqz
  if
   i32.const 12
   return
  end
  local.get $0
  i32.load offset=20
  local.tee $0
  local.get $6
  i32.lt_u
  local.get $6
  block $__inlined_func$assembly/flags/verify-operands/needs$127 (result i32)
   block $break|0
    block $case34|0
     block $case32|0
      block $case30|0
       block $case27|0
        block $case26|0
         block $case25|0
          block $case15|0
           block $case0|0
            local.get $7
            br_table $case0|0 $break|0 $break|0 $break|0 $break|0 $break|0 $case0|0 $case0|0 $case0|0 $case0|0 $case0|0 $case0|0 $case15|0 $case15|0 $case15|0 $case15|0 $case15|0 $case15|0 $case0|0 $case0|0 $case30|0 $case30|0 $case32|0 $break|0 $break|0 $break|0 $break|0 $case0|0 $case0|0 $case0|0 $break|0 $case0|0 $case15|0 $case26|0 $case25|0 $case27|0 $case27|0 $case32|0 $case27|0 $case34|0 $case15|0 $break|0 $case0|0 $break|0 $case0|0 $case15|0 $break|0 $break|0 $case15|0 $break|0
           end
           i32.const 1
           br $__inlined_func$assembly/flags/verify-operands/needs$127
          end
          i32.const 2
          br $__inlined_func$assembly/flags/verify-operands/needs$127
         end
         i32.const 3
         br $__inlined_func$assembly/flags/verify-operands/needs$127
        end
        i32.const 1
        local.get $10
        local.get $10
        i32.const 65535
        i32.eq
        select
        i32.const 1
        i32.add
        br $__inlined_func$assembly/flags/verify-operands/needs$127
       end
       i32.const 1
       local.get $10
       local.get $10
       i32.const 65535
       i32.eq
       select
       br $__inlined_func$assembly/flags/verify-operands/needs$127
      end
      local.get $10
      i32.const 1
      i32.shl
      i32.const 1
      i32.add
      br $__inlined_func$assembly/flags/verify-operands/needs$127
     end
     local.get $10
     br $__inlined_func$assembly/flags/verify-operands/needs$127
    end
    local.get $10
    i32.const 1
    i32.shl
    br $__inlined_func$assembly/flags/verify-operands/needs$127
   end
   i32.const 0
  end
  local.tee $5
  local.get $4
  i32.add
  i32.lt_u
  i32.or
  local.get $0
  block $__inlined_func$assembly/flags/verify-operands/leaves$990 (result i32)
   block $break|00
    block $case0|01
     local.get $7
     i32.eqz
     br_if $case0|01
     local.get $7
     i32.const 1
     i32.eq
     br_if $case0|01
     local.get $7
     i32.const 2
     i32.eq
     br_if $case0|01
     local.get $7
     i32.const 28
     i32.eq
     br_if $case0|01
     local.get $7
     i32.const 29
     i32.eq
     br_if $case0|01
     local.get $7
     i32.const 49
     i32.eq
     br_if $case0|01
     local.get $7
     i32.const 5
     i32.eq
     br_if $case0|01
     local.get $7
     i32.const 6
     i32.eq
     br_if $case0|01
     local.get $7
     i32.const 7
     i32.eq
     br_if $case0|01
     local.get $7
     i32.const 8
     i32.eq
     br_if $case0|01
     local.get $7
     i32.const 9
     i32.eq
     br_if $case0|01
     br $break|00
    end
    i32.const 0
    br $__inlined_func$assembly/flags/verify-operands/leaves$990
   end
   i32.const 1
  end
  local.get $6
  local.get $5
  i32.sub
  i32.add
  local.tee $0
  i32.lt_u
  i32.or
  if
   i32.const 14
   return
  end
  local.get $2
  i64.extend_i32_u
  i64.const 1
  i64.add
  local.tee $9
  local.get $11
  i64.extend_i32_u
  i64.add
  local.set $8
  block $break|002
   block $case10|01
    block $case7|04
     block $case6|05
      block $case0|011
       local.get $7
       i32.eqz
       br_if $case0|011
       local.get $7
       i32.const 1
       i32.eq
       br_if $case0|011
       local.get $7
       i32.const 2
       i32.eq
       br_if $case0|011
       local.get $7
       i32.const 28
       i32.eq
       br_if $case0|011
       local.get $7
       i32.const 29
       i32.eq
       br_if $case0|011
       local.get $7
       i32.const 49
       i32.eq
       br_if $case0|011
       local.get $7
       i32.const 5
       i32.eq
       br_if $case6|05
       local.get $7
       i32.const 7
       i32.eq
       br_if $case7|04
       local.get $7
       i32.const 8
       i32.eq
       br_if $case7|04
       local.get $7
       i32.const 9
       i32.eq
       br_if $case7|04
       local.get $7
       i32.const 6
       i32.eq
       br_if $case10|01
       local.get $7
       i32.const 13
       i32.eq
       br_if $case10|01
       br $break|002
      end
      i32.const 0
      return
     end
     local.get $8
     local.get $3
     i64.extend_i32_u
     i64.gt_u
     if (result i32)
      i32.const 13
     else
      i32.const 14
      i32.const 0
      local.get $1
      local.get $8
      i32.wrap_i64
      i32.const 3
      i32.shl
      i32.add
      i32.const 1
      i32.add
      i32.load8_u
      local.get $0
      i32.ne
      select
     end
     return
    end
    local.get $8
    local.get $3
    i64.extend_i32_u
    i64.gt_u
    if (result i32)
     i32.const 13
    else
     i32.const 14
     i32.const 0
     local.get $1
     local.get $8
     i32.wrap_i64
     i32.const 3
     i32.shl
     i32.add
     i32.const 1
     i32.add
     i32.load8_u
     local.get $6
     i32.ne
     select
    end
    if
     i32.const 13
     return
    end
    br $break|002
   end
   local.get $8
   local.get $3
   i64.extend_i32_u
   i64.gt_u
   if (result i32)
    i32.const 13
   else
    i32.const 14
    i32.const 0
    local.get $1
    local.get $8
    i32.wrap_i64
    i32.const 3
    i32.shl
    i32.add
    i32.const 1
    i32.add
    i32.load8_u
    local.get $0
    i32.ne
    select
   end
   if
    i32.const 13
    return
   end
  end
  local.get $9
  local.get $3
  i64.extend_i32_u
  i64.gt_u
  if
   i32.const 15
   return
  end
  local.get $9
  local.get $3
  i64.extend_i32_u
  i64.gt_u
  if (result i32)
   i32.const 13
  else
   i32.const 14
   i32.const 0
   local.get $1
   local.get $9
   i32.wrap_i64
   i32.const 3
   i32.shl
   i32.add
   i32.const 1
   i32.add
   i32.load8_u
   local.get $0
   i32.ne
   select
  end
 )
 (func $assembly/flags/verify-operands/operandsFit (param $0 i32) (param $1 i32) (param $2 i32) (param $3 i32) (param $4 i32) (result i32)
  (local $5 i32)
  (local $6 i32)
  (local $7 i64)
  (local $8 i32)
  block $folding-inner0
   block $break|0
    block $case25|0
     block $case24|0
      block $case23|0
       block $case22|0
        block $case21|0
         block $case20|0
          block $case19|0
           block $case15|0
            block $case13|0
             block $case12|0
              block $case11|0
               block $case10|0
                block $case6|0
                 block $case5|0
                  block $case3|0
                   block $case2|0
                    block $case1|0
                     block $case0|0
                      local.get $2
                      i32.const 1
                      i32.sub
                      br_table $case0|0 $break|0 $case1|0 $case2|0 $break|0 $break|0 $break|0 $break|0 $break|0 $break|0 $break|0 $case3|0 $case3|0 $break|0 $break|0 $break|0 $case5|0 $case6|0 $case6|0 $case11|0 $case12|0 $break|0 $case15|0 $case19|0 $case15|0 $case15|0 $case13|0 $folding-inner0 $folding-inner0 $break|0 $case20|0 $break|0 $break|0 $break|0 $case21|0 $break|0 $case22|0 $break|0 $break|0 $case23|0 $break|0 $case24|0 $case25|0 $break|0 $break|0 $case13|0 $case15|0 $break|0 $case10|0 $break|0
                     end
                     local.get $3
                     local.get $1
                     i32.load offset=36
                     i32.lt_u
                     return
                    end
                    local.get $4
                    local.get $0
                    i32.load offset=48
                    i32.lt_u
                    return
                   end
                   local.get $0
                   local.get $1
                   i32.load offset=24
                   i32.add
                   local.set $4
                   local.get $1
                   i32.load offset=28
                   local.set $0
                   loop $while-continue|0
                    local.get $0
                    local.get $5
                    i32.gt_u
                    if
                     local.get $4
                     local.get $0
                     local.get $5
                     i32.add
                     i32.const 1
                     i32.shr_u
                     local.tee $2
                     i32.const 2
                     i32.shl
                     i32.add
                     i32.load16_u
                     local.get $3
                     i32.lt_u
                     if
                      local.get $2
                      i32.const 1
                      i32.add
                      local.set $5
                     else
                      local.get $2
                      local.set $0
                     end
                     br $while-continue|0
                    end
                   end
                   local.get $5
                   local.get $1
                   i32.load offset=28
                   i32.ge_u
                   if (result i32)
                    i32.const 0
                   else
                    local.get $4
                    local.get $5
                    i32.const 2
                    i32.shl
                    i32.add
                    i32.load16_u
                    local.get $3
                    i32.eq
                   end
                   return
                  end
                  local.get $3
                  i32.const 8
                  i32.lt_u
                  return
                 end
                 local.get $3
                 i32.const 8
                 i32.lt_u
                 return
                end
                local.get $0
                local.get $4
                local.get $0
                i32.load offset=48
                call $assembly/flags/verify-operands/isTableAt
                return
               end
               local.get $0
               local.get $1
               i32.load offset=24
               i32.add
               local.set $8
               local.get $1
               i32.load offset=28
               local.set $2
               loop $while-continue|01
                local.get $2
                local.get $6
                i32.gt_u
                if
                 local.get $8
                 local.get $2
                 local.get $6
                 i32.add
                 i32.const 1
                 i32.shr_u
                 local.tee $5
                 i32.const 2
                 i32.shl
                 i32.add
                 i32.load16_u
                 local.get $3
                 i32.lt_u
                 if
                  local.get $5
                  i32.const 1
                  i32.add
                  local.set $6
                 else
                  local.get $5
                  local.set $2
                 end
                 br $while-continue|01
                end
               end
               local.get $6
               local.get $1
               i32.load offset=28
               i32.ge_u
               if (result i32)
                i32.const 0
               else
                local.get $8
                local.get $6
                i32.const 2
                i32.shl
                i32.add
                i32.load16_u
                local.get $3
                i32.eq
               end
               i32.eqz
               if
                i32.const 0
                return
               end
               br $folding-inner0
              end
              local.get $3
              if (result i32)
               i32.const 1
               local.get $4
               i32.const 128
               i32.lt_u
               local.get $4
               i32.const 7
               i32.and
               select
               if (result i32)
                i32.const 0
               else
                local.get $0
                i64.load32_u offset=56
                local.get $4
                i64.extend_i32_u
                i64.const 24
                i64.add
                i64.ge_u
               end
              else
               i32.const 0
              end
              return
             end
             local.get $3
             if (result i32)
              local.get $4
              if (result i32)
               i32.const 1
               local.get $4
               i32.const 128
               i32.lt_u
               local.get $4
               i32.const 7
               i32.and
               select
               if (result i32)
                i32.const 0
               else
                local.get $0
                i64.load32_u offset=56
                local.get $4
                i64.extend_i32_u
                i64.const 24
                i64.add
                i64.ge_u
               end
              else
               i32.const 1
              end
             else
              i32.const 0
             end
             return
            end
            local.get $0
            local.get $4
            call $assembly/flags/verify-operands/isArrayAt
            return
           end
           local.get $0
           local.get $1
           i32.load offset=24
           i32.add
           local.set $8
           local.get $1
           i32.load offset=28
           local.set $2
           loop $while-continue|03
            local.get $2
            local.get $6
            i32.gt_u
            if
             local.get $8
             local.get $2
             local.get $6
             i32.add
             i32.const 1
             i32.shr_u
             local.tee $5
             i32.const 2
             i32.shl
             i32.add
             i32.load16_u
             local.get $3
             i32.lt_u
             if
              local.get $5
              i32.const 1
              i32.add
              local.set $6
             else
              local.get $5
              local.set $2
             end
             br $while-continue|03
            end
           end
           local.get $6
           local.get $1
           i32.load offset=28
           i32.ge_u
           if (result i32)
            i32.const 0
           else
            local.get $8
            local.get $6
            i32.const 2
            i32.shl
            i32.add
            i32.load16_u
            local.get $3
            i32.eq
           end
           if (result i32)
            i32.const 1
            local.get $4
            i32.const 128
            i32.lt_u
            local.get $4
            i32.const 7
            i32.and
            select
            if (result i32)
             i32.const 0
            else
             local.get $0
             i64.load32_u offset=56
             local.get $4
             i64.extend_i32_u
             i64.const 8
             i64.add
             i64.ge_u
            end
            if (result i32)
             local.get $0
             local.get $4
             i32.add
             i64.load32_u
             i64.const 8
             i64.add
             local.set $7
             i32.const 1
             local.get $4
             i32.const 128
             i32.lt_u
             local.get $4
             i32.const 7
             i32.and
             select
             if (result i32)
              i32.const 0
             else
              local.get $0
              i64.load32_u offset=56
              local.get $4
              i64.extend_i32_u
              local.get $7
              i64.add
              i64.ge_u
             end
            else
             i32.const 0
            end
           else
            i32.const 0
           end
           return
          end
          local.get $0
          local.get $1
          i32.load offset=24
          i32.add
          local.set $8
          local.get $1
          i32.load offset=28
          local.set $2
          loop $while-continue|05
           local.get $2
           local.get $6
           i32.gt_u
           if
            local.get $8
            local.get $2
            local.get $6
            i32.add
            i32.const 1
            i32.shr_u
            local.tee $5
            i32.const 2
            i32.shl
            i32.add
            i32.load16_u
            local.get $3
            i32.lt_u
            if
             local.get $5
             i32.const 1
             i32.add
             local.set $6
            else
             local.get $5
             local.set $2
            end
            br $while-continue|05
           end
          end
          local.get $6
          local.get $1
          i32.load offset=28
          i32.ge_u
          if (result i32)
           i32.const 0
          else
           local.get $8
           local.get $6
           i32.const 2
           i32.shl
           i32.add
           i32.load16_u
           local.get $3
           i32.eq
          end
          if (result i32)
           local.get $0
           local.get $4
           call $assembly/flags/verify-operands/isArrayAt
          else
           i32.const 0
          end
          return
         end
         block $__inlined_func$assembly/flags/verify-operands/isPathAt$985 (result i32)
          i32.const 0
          local.get $0
          local.get $4
          call $assembly/flags/verify-operands/isArrayAt
          i32.eqz
          br_if $__inlined_func$assembly/flags/verify-operands/isPathAt$985
          drop
          local.get $0
          local.get $4
          i32.add
          local.set $0
          i32.const 0
          local.set $1
          loop $for-loop|0
           local.get $1
           local.get $0
           i32.load
           i32.lt_u
           if
            i32.const 0
            local.get $0
            i32.const 8
            i32.add
            local.get $1
            i32.const 3
            i32.shl
            i32.add
            i64.load
            i64.const 48
            i64.shr_u
            i32.wrap_i64
            i32.const 65529
            i32.ne
            br_if $__inlined_func$assembly/flags/verify-operands/isPathAt$985
            drop
            local.get $1
            i32.const 1
            i32.add
            local.set $1
            br $for-loop|0
           end
          end
          i32.const 1
         end
         return
        end
        local.get $4
        i32.const 7
        i32.lt_u
        return
       end
       local.get $3
       i32.const 3
       i32.eq
       local.get $3
       i32.const 2
       i32.eq
       i32.or
       return
      end
      local.get $3
      i32.const 7
      i32.lt_u
      return
     end
     local.get $0
     local.get $4
     call $assembly/flags/verify-operands/isSetAt
     return
    end
    local.get $0
    local.get $1
    i32.load offset=24
    i32.add
    local.set $8
    local.get $1
    i32.load offset=28
    local.set $2
    loop $while-continue|07
     local.get $2
     local.get $6
     i32.gt_u
     if
      local.get $8
      local.get $2
      local.get $6
      i32.add
      i32.const 1
      i32.shr_u
      local.tee $5
      i32.const 2
      i32.shl
      i32.add
      i32.load16_u
      local.get $3
      i32.lt_u
      if
       local.get $5
       i32.const 1
       i32.add
       local.set $6
      else
       local.get $5
       local.set $2
      end
      br $while-continue|07
     end
    end
    local.get $6
    local.get $1
    i32.load offset=28
    i32.ge_u
    if (result i32)
     i32.const 0
    else
     local.get $8
     local.get $6
     i32.const 2
     i32.shl
     i32.add
     i32.load16_u
     local.get $3
     i32.eq
    end
    if (result i32)
     local.get $0
     local.get $4
     call $assembly/flags/verify-operands/isSetAt
    else
     i32.const 0
    end
    return
   end
   i32.const 1
   return
  end
  local.get $0
  local.get $4
  local.get $1
  i32.load offset=36
  call $assembly/flags/verify-operands/isTableAt
 )
 (func $assembly/flags/set/hashText (param $0 i32) (param $1 i32) (param $2 i32) (param $3 i32)
  local.get $3
  local.get $2
  i64.load
  local.get $2
  i64.load offset=8
  local.get $0
  local.get $1
  call $assembly/hash/siphash/siphash
  i64.store
 )
 (func $assembly/flags/set/hashLines (param $0 i32) (param $1 i32) (param $2 i32) (param $3 i32) (result i32)
  (local $4 i32)
  (local $5 i32)
  (local $6 i32)
  local.get $0
  local.get $1
  i32.add
  local.set $5
  loop $while-continue|0
   local.get $0
   local.get $5
   i32.lt_u
   if
    local.get $0
    local.set $1
    loop $while-continue|1
     local.get $1
     local.get $5
     i32.lt_u
     if (result i32)
      local.get $1
      i32.load8_u
      i32.const 10
      i32.ne
     else
      i32.const 0
     end
     if
      local.get $1
      i32.const 1
      i32.add
      local.set $1
      br $while-continue|1
     end
    end
    local.get $1
    i32.const 1
    i32.sub
    local.tee $6
    local.get $1
    local.get $0
    local.get $1
    i32.lt_u
    if (result i32)
     local.get $6
     i32.load8_u
     i32.const 13
     i32.eq
    else
     i32.const 0
    end
    select
    local.tee $6
    local.get $0
    i32.gt_u
    if
     local.get $3
     local.get $4
     i32.const 3
     i32.shl
     i32.add
     local.get $2
     i64.load
     local.get $2
     i64.load offset=8
     local.get $0
     local.get $6
     local.get $0
     i32.sub
     call $assembly/hash/siphash/siphash
     i64.store
     local.get $4
     i32.const 1
     i32.add
     local.set $4
    end
    local.get $1
    i32.const 1
    i32.add
    local.set $0
    br $while-continue|0
   end
  end
  local.get $4
 )
 (func $assembly/flags/semver/comparePreRelease (param $0 i32) (param $1 i32) (result i32)
  (local $2 i32)
  (local $3 i32)
  (local $4 i32)
  (local $5 i32)
  (local $6 i32)
  (local $7 i32)
  (local $8 i32)
  (local $9 i32)
  (local $10 i32)
  (local $11 i32)
  local.get $1
  i32.load offset=24
  local.tee $3
  i32.eqz
  local.tee $4
  local.get $0
  i32.load offset=24
  local.tee $2
  i32.eqz
  local.tee $5
  i32.or
  if
   local.get $5
   local.get $4
   i32.sub
   return
  end
  local.get $0
  i32.load offset=28
  local.set $8
  local.get $1
  i32.load offset=28
  local.set $9
  loop $while-continue|0 (result i32)
   local.get $2
   local.set $1
   loop $while-continue|01
    local.get $1
    local.get $8
    i32.lt_u
    if (result i32)
     local.get $1
     i32.load8_u
     i32.const 46
     i32.ne
    else
     i32.const 0
    end
    if
     local.get $1
     i32.const 1
     i32.add
     local.set $1
     br $while-continue|01
    end
   end
   local.get $3
   local.set $0
   loop $while-continue|03
    local.get $0
    local.get $9
    i32.lt_u
    if (result i32)
     local.get $0
     i32.load8_u
     i32.const 46
     i32.ne
    else
     i32.const 0
    end
    if
     local.get $0
     i32.const 1
     i32.add
     local.set $0
     br $while-continue|03
    end
   end
   local.get $2
   local.set $4
   local.get $1
   local.get $2
   i32.sub
   local.set $6
   local.get $0
   local.get $3
   i32.sub
   local.set $7
   local.get $1
   local.set $5
   i32.const -1
   i32.const 1
   block $__inlined_func$assembly/flags/semver/isNumeric$1049 (result i32)
    loop $for-loop|0
     local.get $2
     local.get $5
     i32.lt_u
     if
      i32.const 0
      local.get $2
      i32.load8_u
      i32.const 48
      i32.sub
      i32.const 9
      i32.gt_u
      br_if $__inlined_func$assembly/flags/semver/isNumeric$1049
      drop
      local.get $2
      i32.const 1
      i32.add
      local.set $2
      br $for-loop|0
     end
    end
    i32.const 1
   end
   local.tee $10
   select
   local.set $2
   local.get $3
   local.set $1
   block $__inlined_func$assembly/flags/semver/compareIdentifier$144
    block $__inlined_func$assembly/flags/semver/isNumeric$1050 (result i32)
     loop $for-loop|00
      local.get $0
      local.get $1
      i32.gt_u
      if
       i32.const 0
       local.get $1
       i32.load8_u
       i32.const 48
       i32.sub
       i32.const 9
       i32.gt_u
       br_if $__inlined_func$assembly/flags/semver/isNumeric$1050
       drop
       local.get $1
       i32.const 1
       i32.add
       local.set $1
       br $for-loop|00
      end
     end
     i32.const 1
    end
    local.get $10
    i32.ne
    br_if $__inlined_func$assembly/flags/semver/compareIdentifier$144
    i32.const -1
    i32.const 1
    local.get $6
    local.get $7
    i32.lt_u
    local.tee $11
    select
    local.set $2
    local.get $6
    local.get $7
    i32.ne
    i32.const 0
    local.get $10
    select
    br_if $__inlined_func$assembly/flags/semver/compareIdentifier$144
    i32.const 0
    local.set $1
    local.get $6
    local.get $7
    local.get $11
    select
    local.set $2
    block $__inlined_func$assembly/flags/text/compareText$4
     loop $for-loop|01
      local.get $1
      local.get $2
      i32.lt_u
      if
       local.get $1
       local.get $4
       i32.add
       i32.load8_u
       local.tee $10
       local.get $1
       local.get $3
       i32.add
       i32.load8_u
       local.tee $11
       i32.ne
       if
        i32.const -1
        i32.const 1
        local.get $10
        i32.const 240
        i32.ge_u
        local.tee $1
        select
        local.set $2
        local.get $11
        i32.const 238
        i32.ge_u
        local.get $10
        i32.const 238
        i32.ge_u
        i32.and
        local.get $1
        local.get $11
        i32.const 240
        i32.ge_u
        i32.ne
        i32.and
        br_if $__inlined_func$assembly/flags/text/compareText$4
        i32.const -1
        i32.const 1
        local.get $10
        local.get $11
        i32.lt_s
        select
        local.set $2
        br $__inlined_func$assembly/flags/text/compareText$4
       end
       local.get $1
       i32.const 1
       i32.add
       local.set $1
       br $for-loop|01
      end
     end
     local.get $6
     local.get $7
     i32.gt_u
     local.get $6
     local.get $7
     i32.lt_u
     i32.sub
     local.set $2
    end
   end
   local.get $2
   if
    local.get $2
    return
   end
   local.get $0
   local.get $9
   i32.eq
   local.tee $1
   local.get $5
   local.get $8
   i32.eq
   local.tee $2
   i32.or
   if (result i32)
    local.get $1
    local.get $2
    i32.sub
   else
    local.get $5
    i32.const 1
    i32.add
    local.set $2
    local.get $0
    i32.const 1
    i32.add
    local.set $3
    br $while-continue|0
   end
  end
 )
 (func $assembly/flags/pin/unpin (param $0 i32)
  local.get $0
  i32.const 4
  i32.add
  i32.const 0
  i32.atomic.store
 )
 (func $assembly/flags/pin/pin (param $0 i32) (param $1 i32) (result i32)
  local.get $0
  i32.const 4
  i32.add
  local.get $1
  i32.atomic.store
  local.get $1
  i32.const 8200
  i32.atomic.load
  i32.eq
  if
   i32.const 1
   return
  end
  local.get $0
  i32.const 4
  i32.add
  i32.const 0
  i32.atomic.store
  i32.const 0
 )
 (func $assembly/flags/evaluate/run<f64> (param $0 i32) (param $1 i32) (param $2 i32) (param $3 i32) (result i32)
  (local $4 i32)
  (local $5 i32)
  (local $6 i32)
  (local $7 i64)
  (local $8 i32)
  (local $9 f64)
  (local $10 i32)
  (local $11 i32)
  (local $12 i32)
  (local $13 i32)
  local.get $0
  local.get $0
  i32.load offset=20
  i32.store offset=64
  local.get $1
  local.get $1
  i32.load offset=44
  i32.add
  local.get $2
  i32.load offset=12
  i32.const 3
  i32.shl
  i32.add
  local.tee $10
  local.set $4
  block $folding-inner1
   loop $while-continue|0
    block $folding-inner0
     local.get $4
     i32.load8_u
     local.set $5
     local.get $4
     i32.load16_u offset=2
     local.set $11
     local.get $4
     i32.load offset=4
     local.set $6
     local.get $4
     i32.load8_u offset=1
     local.set $8
     local.get $0
     local.get $0
     i32.load offset=76
     local.tee $12
     i32.const 1
     i32.add
     i32.store offset=76
     local.get $0
     i32.load offset=72
     local.get $12
     i32.gt_u
     if
      local.get $0
      i32.load offset=68
      local.get $12
      i32.const 4
      i32.shl
      i32.add
      local.tee $12
      local.get $4
      local.get $10
      i32.sub
      i32.const 3
      i32.shr_u
      i32.store
      local.get $12
      local.get $8
      i32.store offset=4
      local.get $0
      i32.const 26944
      i32.add
      local.get $8
      i32.const 3
      i32.shl
      i32.add
      local.set $13
      local.get $12
      local.get $8
      if (result i64)
       local.get $13
       i32.const 8
       i32.sub
       i64.load
      else
       i64.const -844424930131968
      end
      i64.store offset=8
     end
     local.get $4
     i32.const 8
     i32.add
     local.set $4
     local.get $0
     i32.const 26944
     i32.add
     local.get $8
     i32.const 3
     i32.shl
     i32.add
     local.tee $12
     local.set $8
     block $break|1
      block $case49|1
       block $case48|1
        block $case47|1
         block $case46|1
          block $case45|1
           block $case44|1
            block $case43|1
             block $case42|1
              block $case41|1
               block $case40|1
                block $case39|1
                 block $case36|1
                  block $case35|1
                   block $case34|1
                    block $case33|1
                     block $case32|1
                      block $case31|1
                       block $case30|1
                        block $case29|1
                         block $case28|1
                          block $case27|1
                           block $case26|1
                            block $case25|1
                             block $case23|1
                              block $case22|1
                               block $case20|1
                                block $case18|1
                                 block $case17|1
                                  block $case16|1
                                   block $case15|1
                                    block $case14|1
                                     block $case13|1
                                      block $case12|1
                                       block $case11|1
                                        block $case10|1
                                         block $case9|1
                                          block $case8|1
                                           block $case7|1
                                            block $case6|1
                                             block $case5|1
                                              block $case4|1
                                               block $case3|1
                                                block $case1|1
                                                 block $case0|1
                                                  block $tablify|0
                                                   local.get $5
                                                   br_table $case0|1 $case1|1 $folding-inner0 $case3|1 $case4|1 $case5|1 $case6|1 $case7|1 $case8|1 $case9|1 $case10|1 $case11|1 $case12|1 $case13|1 $case14|1 $case15|1 $case16|1 $case17|1 $case18|1 $case18|1 $case23|1 $case23|1 $case25|1 $case26|1 $case27|1 $case28|1 $case29|1 $case30|1 $case20|1 $case20|1 $case31|1 $case32|1 $case33|1 $case34|1 $case35|1 $case36|1 $case36|1 $case39|1 $case36|1 $case40|1 $case41|1 $case42|1 $case43|1 $case44|1 $case45|1 $case46|1 $case47|1 $case48|1 $case49|1 $case22|1 $tablify|0
                                                  end
                                                  unreachable
                                                 end
                                                 local.get $0
                                                 local.get $1
                                                 local.get $2
                                                 local.get $12
                                                 i32.const 8
                                                 i32.sub
                                                 i64.load
                                                 call $assembly/flags/variant/resolveVariant
                                                 return
                                                end
                                                local.get $11
                                                i32.const 131072
                                                i32.or
                                                return
                                               end
                                               local.get $12
                                               local.get $1
                                               local.get $1
                                               i32.load offset=52
                                               i32.add
                                               local.get $6
                                               i32.const 3
                                               i32.shl
                                               i32.add
                                               i64.load
                                               local.tee $7
                                               local.get $1
                                               i64.extend_i32_u
                                               i64.add
                                               local.get $7
                                               local.get $7
                                               i64.const 48
                                               i64.shr_u
                                               i32.wrap_i64
                                               i32.const 65529
                                               i32.eq
                                               select
                                               i64.store
                                               br $while-continue|0
                                              end
                                              local.get $12
                                              i64.const -844424930131968
                                              local.get $3
                                              local.get $11
                                              i32.const 7
                                              i32.shl
                                              i32.add
                                              i64.load
                                              local.tee $7
                                              local.get $7
                                              i64.const 48
                                              i64.shr_u
                                              i32.wrap_i64
                                              i32.const 65534
                                              i32.eq
                                              select
                                              i64.store
                                              br $while-continue|0
                                             end
                                             local.get $4
                                             local.get $6
                                             i32.const 3
                                             i32.shl
                                             i32.add
                                             local.set $4
                                             br $while-continue|0
                                            end
                                            local.get $12
                                            i32.const 8
                                            i32.sub
                                            local.tee $5
                                            f64.load
                                            local.set $9
                                            local.get $4
                                            local.get $4
                                            local.get $6
                                            i32.const 3
                                            i32.shl
                                            i32.add
                                            block $__inlined_func$assembly/flags/value/isTruthy$26 (result i32)
                                             local.get $5
                                             i64.load
                                             local.tee $7
                                             i64.const 48
                                             i64.shr_u
                                             i32.wrap_i64
                                             local.tee $4
                                             i32.const 65532
                                             i32.eq
                                             if
                                              local.get $7
                                              i64.const 1
                                              i64.and
                                              i32.wrap_i64
                                              br $__inlined_func$assembly/flags/value/isTruthy$26
                                             end
                                             local.get $9
                                             local.get $9
                                             f64.eq
                                             local.get $9
                                             f64.const 0
                                             f64.ne
                                             i32.and
                                             local.get $4
                                             i32.const 65529
                                             i32.lt_u
                                             br_if $__inlined_func$assembly/flags/value/isTruthy$26
                                             drop
                                             block $folding-inner00
                                              block $tablify|01
                                               local.get $4
                                               i32.const 65529
                                               i32.sub
                                               br_table $folding-inner00 $folding-inner00 $folding-inner00 $tablify|01
                                              end
                                              i32.const 0
                                              br $__inlined_func$assembly/flags/value/isTruthy$26
                                             end
                                             local.get $7
                                             i32.wrap_i64
                                             i32.load
                                            end
                                            select
                                            local.set $4
                                            br $while-continue|0
                                           end
                                           local.get $12
                                           i32.const 8
                                           i32.sub
                                           local.tee $5
                                           f64.load
                                           local.set $9
                                           local.get $4
                                           local.get $4
                                           local.get $6
                                           i32.const 3
                                           i32.shl
                                           i32.add
                                           block $__inlined_func$assembly/flags/value/isTruthy$27 (result i32)
                                            local.get $5
                                            i64.load
                                            local.tee $7
                                            i64.const 48
                                            i64.shr_u
                                            i32.wrap_i64
                                            local.tee $4
                                            i32.const 65532
                                            i32.eq
                                            if
                                             local.get $7
                                             i64.const 1
                                             i64.and
                                             i32.wrap_i64
                                             br $__inlined_func$assembly/flags/value/isTruthy$27
                                            end
                                            local.get $9
                                            local.get $9
                                            f64.eq
                                            local.get $9
                                            f64.const 0
                                            f64.ne
                                            i32.and
                                            local.get $4
                                            i32.const 65529
                                            i32.lt_u
                                            br_if $__inlined_func$assembly/flags/value/isTruthy$27
                                            drop
                                            block $folding-inner02
                                             block $tablify|03
                                              local.get $4
                                              i32.const 65529
                                              i32.sub
                                              br_table $folding-inner02 $folding-inner02 $folding-inner02 $tablify|03
                                             end
                                             i32.const 0
                                             br $__inlined_func$assembly/flags/value/isTruthy$27
                                            end
                                            local.get $7
                                            i32.wrap_i64
                                            i32.load
                                           end
                                           select
                                           local.set $4
                                           br $while-continue|0
                                          end
                                          local.get $12
                                          i32.const 8
                                          i32.sub
                                          local.tee $5
                                          f64.load
                                          local.set $9
                                          local.get $4
                                          local.get $6
                                          i32.const 3
                                          i32.shl
                                          i32.add
                                          local.get $4
                                          block $__inlined_func$assembly/flags/value/isTruthy$28 (result i32)
                                           local.get $5
                                           i64.load
                                           local.tee $7
                                           i64.const 48
                                           i64.shr_u
                                           i32.wrap_i64
                                           local.tee $4
                                           i32.const 65532
                                           i32.eq
                                           if
                                            local.get $7
                                            i64.const 1
                                            i64.and
                                            i32.wrap_i64
                                            br $__inlined_func$assembly/flags/value/isTruthy$28
                                           end
                                           local.get $9
                                           local.get $9
                                           f64.eq
                                           local.get $9
                                           f64.const 0
                                           f64.ne
                                           i32.and
                                           local.get $4
                                           i32.const 65529
                                           i32.lt_u
                                           br_if $__inlined_func$assembly/flags/value/isTruthy$28
                                           drop
                                           block $folding-inner04
                                            block $tablify|05
                                             local.get $4
                                             i32.const 65529
                                             i32.sub
                                             br_table $folding-inner04 $folding-inner04 $folding-inner04 $tablify|05
                                            end
                                            i32.const 0
                                            br $__inlined_func$assembly/flags/value/isTruthy$28
                                           end
                                           local.get $7
                                           i32.wrap_i64
                                           i32.load
                                          end
                                          select
                                          local.set $4
                                          br $while-continue|0
                                         end
                                         local.get $4
                                         local.get $6
                                         i32.const 3
                                         i32.shl
                                         i32.add
                                         local.get $4
                                         local.get $12
                                         i32.const 8
                                         i32.sub
                                         i64.load
                                         i64.const 48
                                         i64.shr_u
                                         i32.wrap_i64
                                         i32.const 65533
                                         i32.lt_u
                                         select
                                         local.set $4
                                         br $while-continue|0
                                        end
                                        local.get $12
                                        i32.const 8
                                        i32.sub
                                        local.tee $8
                                        f64.load
                                        local.set $9
                                        block $__inlined_func$assembly/flags/value/isTruthy$29 (result i32)
                                         local.get $8
                                         i64.load
                                         local.tee $7
                                         i64.const 48
                                         i64.shr_u
                                         i32.wrap_i64
                                         local.tee $5
                                         i32.const 65532
                                         i32.eq
                                         if
                                          local.get $7
                                          i64.const 1
                                          i64.and
                                          i32.wrap_i64
                                          br $__inlined_func$assembly/flags/value/isTruthy$29
                                         end
                                         local.get $9
                                         local.get $9
                                         f64.eq
                                         local.get $9
                                         f64.const 0
                                         f64.ne
                                         i32.and
                                         local.get $5
                                         i32.const 65529
                                         i32.lt_u
                                         br_if $__inlined_func$assembly/flags/value/isTruthy$29
                                         drop
                                         block $folding-inner06
                                          block $tablify|07
                                           local.get $5
                                           i32.const 65529
                                           i32.sub
                                           br_table $folding-inner06 $folding-inner06 $folding-inner06 $tablify|07
                                          end
                                          i32.const 0
                                          br $__inlined_func$assembly/flags/value/isTruthy$29
                                         end
                                         local.get $7
                                         i32.wrap_i64
                                         i32.load
                                         i32.const 0
                                         i32.ne
                                        end
                                        i32.eqz
                                        i64.extend_i32_u
                                        i64.const -1125899906842624
                                        i64.or
                                        local.set $7
                                        br $break|1
                                       end
                                       local.get $12
                                       i32.const 8
                                       i32.sub
                                       local.tee $8
                                       f64.load
                                       local.set $9
                                       block $__inlined_func$assembly/flags/value/isTruthy$30 (result i32)
                                        local.get $8
                                        i64.load
                                        local.tee $7
                                        i64.const 48
                                        i64.shr_u
                                        i32.wrap_i64
                                        local.tee $5
                                        i32.const 65532
                                        i32.eq
                                        if
                                         local.get $7
                                         i64.const 1
                                         i64.and
                                         i32.wrap_i64
                                         br $__inlined_func$assembly/flags/value/isTruthy$30
                                        end
                                        local.get $9
                                        local.get $9
                                        f64.eq
                                        local.get $9
                                        f64.const 0
                                        f64.ne
                                        i32.and
                                        local.get $5
                                        i32.const 65529
                                        i32.lt_u
                                        br_if $__inlined_func$assembly/flags/value/isTruthy$30
                                        drop
                                        block $folding-inner08
                                         block $tablify|09
                                          local.get $5
                                          i32.const 65529
                                          i32.sub
                                          br_table $folding-inner08 $folding-inner08 $folding-inner08 $tablify|09
                                         end
                                         i32.const 0
                                         br $__inlined_func$assembly/flags/value/isTruthy$30
                                        end
                                        local.get $7
                                        i32.wrap_i64
                                        i32.load
                                        i32.const 0
                                        i32.ne
                                       end
                                       i64.extend_i32_u
                                       i64.const -1125899906842624
                                       i64.or
                                       local.set $7
                                       br $break|1
                                      end
                                      local.get $11
                                      local.get $12
                                      i32.const 16
                                      i32.sub
                                      local.tee $8
                                      i64.load
                                      local.get $12
                                      i32.const 8
                                      i32.sub
                                      i64.load
                                      local.get $0
                                      i32.const 28992
                                      i32.add
                                      call $assembly/flags/compare/compare
                                      local.tee $5
                                      i32.const 2
                                      i32.eq
                                      if
                                       i32.const 33816578
                                       return
                                      end
                                      local.get $5
                                      i64.extend_i32_s
                                      i64.const -1125899906842624
                                      i64.or
                                      local.set $7
                                      br $break|1
                                     end
                                     local.get $11
                                     local.get $12
                                     i32.const 16
                                     i32.sub
                                     i64.load
                                     local.get $12
                                     i32.const 8
                                     i32.sub
                                     i64.load
                                     local.tee $7
                                     local.get $0
                                     i32.const 28992
                                     i32.add
                                     call $assembly/flags/compare/compare
                                     local.tee $5
                                     i32.const 2
                                     i32.eq
                                     if
                                      i32.const 33816578
                                      return
                                     end
                                     local.get $4
                                     local.get $4
                                     local.get $6
                                     i32.const 3
                                     i32.shl
                                     i32.add
                                     local.get $5
                                     select
                                     local.set $4
                                     local.get $12
                                     i32.const 16
                                     i32.sub
                                     local.get $7
                                     i64.const -1125899906842624
                                     local.get $5
                                     select
                                     i64.store
                                     br $while-continue|0
                                    end
                                    local.get $0
                                    local.get $12
                                    i32.const 16
                                    i32.sub
                                    local.tee $8
                                    i64.load
                                    local.get $12
                                    i32.const 8
                                    i32.sub
                                    i64.load
                                    call $assembly/flags/membership/contains
                                    local.tee $5
                                    i32.const 2
                                    i32.eq
                                    if
                                     i32.const 33816578
                                     return
                                    end
                                    local.get $5
                                    i64.extend_i32_s
                                    i64.const -1125899906842624
                                    i64.or
                                    local.set $7
                                    br $break|1
                                   end
                                   local.get $12
                                   i32.const 16
                                   i32.sub
                                   local.tee $8
                                   i64.load
                                   local.get $12
                                   i32.const 8
                                   i32.sub
                                   i64.load
                                   call $assembly/flags/membership/startsWith
                                   local.set $7
                                   br $break|1
                                  end
                                  local.get $12
                                  i32.const 16
                                  i32.sub
                                  local.tee $8
                                  i64.load
                                  local.get $12
                                  i32.const 8
                                  i32.sub
                                  i64.load
                                  call $assembly/flags/membership/endsWith
                                  local.set $7
                                  br $break|1
                                 end
                                 local.get $11
                                 local.get $12
                                 i32.const 16
                                 i32.sub
                                 local.tee $8
                                 i64.load
                                 local.get $12
                                 i32.const 8
                                 i32.sub
                                 i64.load
                                 local.get $0
                                 i32.const 28992
                                 i32.add
                                 call $assembly/flags/semver/semVer
                                 local.set $7
                                 br $break|1
                                end
                                local.get $1
                                local.get $6
                                i32.add
                                local.set $6
                                local.get $5
                                i32.const 18
                                i32.eq
                                local.set $5
                                local.get $12
                                i32.const 8
                                i32.sub
                                local.tee $11
                                i64.load
                                local.tee $7
                                i64.const 48
                                i64.shr_u
                                i32.wrap_i64
                                i32.const 65529
                                i32.eq
                                if (result i32)
                                 local.get $5
                                 if (result i32)
                                  local.get $7
                                  i32.wrap_i64
                                  i32.load
                                 else
                                  i32.const 1
                                 end
                                else
                                 i32.const 0
                                end
                                if (result i64)
                                 local.get $6
                                 i32.const 0
                                 local.get $5
                                 select
                                 local.get $7
                                 call $assembly/flags/fractional/hashUnit
                                 local.set $5
                                 local.get $6
                                 i32.load offset=20
                                 i32.const 1
                                 i32.eq
                                 if (result i32)
                                  i32.const 0
                                  local.get $5
                                  i32.sub
                                  local.get $5
                                  local.get $5
                                  i32.const 0
                                  i32.lt_s
                                  select
                                 else
                                  local.get $6
                                  i64.load32_u offset=4
                                  local.get $5
                                  i64.extend_i32_u
                                  i64.mul
                                  i64.const 32
                                  i64.shr_u
                                  i32.wrap_i64
                                 end
                                 local.set $5
                                 local.get $6
                                 i32.const 24
                                 i32.add
                                 local.tee $8
                                 local.get $6
                                 i32.load
                                 i32.const 1
                                 i32.sub
                                 i32.const 3
                                 i32.shl
                                 i32.add
                                 local.set $6
                                 loop $while-continue|010
                                  local.get $6
                                  local.get $8
                                  i32.gt_u
                                  if (result i32)
                                   local.get $8
                                   i32.load
                                   local.get $5
                                   i32.le_u
                                  else
                                   i32.const 0
                                  end
                                  if
                                   local.get $8
                                   i32.const 8
                                   i32.add
                                   local.set $8
                                   br $while-continue|010
                                  end
                                 end
                                 local.get $1
                                 local.get $1
                                 i32.load offset=52
                                 i32.add
                                 local.get $8
                                 i32.load offset=4
                                 i32.const 3
                                 i32.shl
                                 i32.add
                                 i64.load
                                 local.tee $7
                                 local.get $1
                                 i64.extend_i32_u
                                 i64.add
                                 local.get $7
                                 local.get $7
                                 i64.const 48
                                 i64.shr_u
                                 i32.wrap_i64
                                 i32.const 65529
                                 i32.eq
                                 select
                                else
                                 i64.const -844424930131968
                                end
                                local.set $7
                                local.get $11
                                local.get $7
                                i64.store
                                br $while-continue|0
                               end
                               local.get $5
                               i32.const 28
                               i32.eq
                               local.set $0
                               local.get $12
                               i32.const 8
                               i32.sub
                               i64.load
                               local.tee $7
                               i64.const 48
                               i64.shr_u
                               i32.wrap_i64
                               i32.const 65529
                               i32.eq
                               if (result i32)
                                local.get $0
                                if (result i32)
                                 local.get $7
                                 i32.wrap_i64
                                 i32.load
                                 i32.const 0
                                 i32.ne
                                else
                                 i32.const 1
                                end
                               else
                                i32.const 0
                               end
                               i32.eqz
                               br_if $folding-inner0
                               local.get $1
                               local.get $6
                               i32.add
                               local.tee $1
                               i32.const 0
                               local.get $0
                               select
                               local.get $7
                               call $assembly/flags/fractional/hashUnit
                               local.set $0
                               local.get $1
                               i32.load offset=20
                               i32.const 1
                               i32.eq
                               if (result i32)
                                i32.const 0
                                local.get $0
                                i32.sub
                                local.get $0
                                local.get $0
                                i32.const 0
                                i32.lt_s
                                select
                               else
                                local.get $1
                                i64.load32_u offset=4
                                local.get $0
                                i64.extend_i32_u
                                i64.mul
                                i64.const 32
                                i64.shr_u
                                i32.wrap_i64
                               end
                               local.set $0
                               local.get $1
                               i32.const 24
                               i32.add
                               local.tee $2
                               local.get $1
                               i32.load
                               i32.const 1
                               i32.sub
                               i32.const 3
                               i32.shl
                               i32.add
                               local.set $1
                               loop $while-continue|011
                                local.get $1
                                local.get $2
                                i32.gt_u
                                if (result i32)
                                 local.get $2
                                 i32.load
                                 local.get $0
                                 i32.le_u
                                else
                                 i32.const 0
                                end
                                if
                                 local.get $2
                                 i32.const 8
                                 i32.add
                                 local.set $2
                                 br $while-continue|011
                                end
                               end
                               local.get $2
                               i32.load offset=4
                               i32.const 131072
                               i32.or
                               return
                              end
                              local.get $1
                              local.get $6
                              i32.add
                              local.tee $1
                              i32.load offset=16
                              i32.const 0
                              i32.ne
                              local.set $0
                              local.get $3
                              local.get $11
                              i32.const 7
                              i32.shl
                              i32.add
                              i64.load
                              local.tee $7
                              i64.const 48
                              i64.shr_u
                              i32.wrap_i64
                              i32.const 65529
                              i32.eq
                              if (result i32)
                               local.get $0
                               if (result i32)
                                local.get $7
                                i32.wrap_i64
                                i32.load
                                i32.const 0
                                i32.ne
                               else
                                i32.const 1
                               end
                              else
                               i32.const 0
                              end
                              i32.eqz
                              br_if $folding-inner0
                              local.get $1
                              local.get $7
                              call $assembly/flags/fractional/hashUnit
                              local.set $0
                              local.get $1
                              i32.load offset=20
                              i32.const 1
                              i32.eq
                              if (result i32)
                               i32.const 0
                               local.get $0
                               i32.sub
                               local.get $0
                               local.get $0
                               i32.const 0
                               i32.lt_s
                               select
                              else
                               local.get $1
                               i64.load32_u offset=4
                               local.get $0
                               i64.extend_i32_u
                               i64.mul
                               i64.const 32
                               i64.shr_u
                               i32.wrap_i64
                              end
                              local.set $2
                              local.get $1
                              i32.const 24
                              i32.add
                              local.tee $0
                              local.get $1
                              i32.load
                              i32.const 1
                              i32.sub
                              i32.const 3
                              i32.shl
                              i32.add
                              local.set $1
                              loop $while-continue|012
                               local.get $0
                               local.get $1
                               i32.lt_u
                               if (result i32)
                                local.get $0
                                i32.load
                                local.get $2
                                i32.le_u
                               else
                                i32.const 0
                               end
                               if
                                local.get $0
                                i32.const 8
                                i32.add
                                local.set $0
                                br $while-continue|012
                               end
                              end
                              local.get $0
                              i32.load offset=4
                              i32.const 131072
                              i32.or
                              return
                             end
                             local.get $5
                             i32.const 20
                             i32.eq
                             local.set $5
                             local.get $12
                             local.get $11
                             i32.const 4
                             i32.shl
                             i32.sub
                             i32.const 8
                             i32.sub
                             local.tee $8
                             i64.load
                             local.tee $7
                             i64.const 48
                             i64.shr_u
                             i32.wrap_i64
                             i32.const 65529
                             i32.eq
                             if (result i32)
                              local.get $5
                              if (result i32)
                               local.get $7
                               i32.wrap_i64
                               i32.load
                              else
                               i32.const 1
                              end
                             else
                              i32.const 0
                             end
                             if (result i64)
                              local.get $8
                              i32.const 8
                              i32.add
                              local.get $11
                              local.get $1
                              local.get $6
                              i32.add
                              i32.const 0
                              local.get $6
                              select
                              local.tee $6
                              i32.const 0
                              local.get $5
                              select
                              local.get $7
                              call $assembly/flags/fractional/hashUnit
                              local.get $6
                              call $assembly/flags/fractional/pickComputed
                             else
                              i64.const -844424930131968
                             end
                             local.set $7
                             local.get $8
                             local.get $7
                             i64.store
                             br $while-continue|0
                            end
                            local.get $12
                            local.get $11
                            i32.const 3
                            i32.shl
                            local.tee $8
                            i32.sub
                            local.set $12
                            i32.const 0
                            local.set $5
                            local.get $0
                            i32.load offset=24
                            local.get $0
                            i32.load offset=64
                            local.tee $6
                            i32.sub
                            i32.const 3
                            i32.shr_u
                            local.get $11
                            i32.ge_u
                            if
                             local.get $8
                             i32.const 8
                             i32.add
                             i64.extend_i32_u
                             i64.const 7
                             i64.add
                             i64.const -8
                             i64.and
                             local.tee $7
                             local.get $0
                             i64.load32_u offset=24
                             local.get $6
                             local.tee $5
                             i64.extend_i32_u
                             i64.sub
                             i64.gt_u
                             if
                              i32.const 0
                              local.set $5
                             else
                              local.get $0
                              local.get $5
                              local.get $7
                              i32.wrap_i64
                              i32.add
                              i32.store offset=64
                             end
                             local.get $5
                             if
                              local.get $5
                              i64.const 0
                              i64.store
                             end
                            end
                            local.get $5
                            if (result i64)
                             local.get $5
                             local.get $11
                             i32.store
                             local.get $5
                             i32.const 8
                             i32.add
                             local.get $12
                             local.get $11
                             i32.const 3
                             i32.shl
                             memory.copy
                             local.get $5
                             i64.extend_i32_u
                             i64.const -1688849860263936
                             i64.or
                            else
                             i64.const 9221120237057474563
                            end
                            local.tee $7
                            i64.const -256
                            i64.and
                            i64.const 9221120237057474560
                            i64.eq
                            br_if $folding-inner1
                            local.get $12
                            local.get $7
                            i64.store
                            br $while-continue|0
                           end
                           local.get $1
                           local.get $6
                           i32.add
                           local.set $5
                           local.get $3
                           local.get $11
                           i32.const 7
                           i32.shl
                           i32.add
                           i64.load
                           local.tee $7
                           i64.const 48
                           i64.shr_u
                           i32.wrap_i64
                           i32.const 65529
                           i32.eq
                           if (result i64)
                            local.get $7
                            i32.wrap_i64
                            local.tee $11
                            i32.load
                            local.tee $12
                            local.get $5
                            i32.load
                            i32.eq
                            if (result i32)
                             local.get $5
                             i32.const 8
                             i32.add
                             local.set $6
                             local.get $11
                             i32.const 8
                             i32.add
                             local.tee $5
                             local.get $12
                             i32.const -8
                             i32.and
                             i32.add
                             local.set $11
                             block $__inlined_func$assembly/flags/text/equalWords$55 (result i32)
                              loop $for-loop|0
                               local.get $5
                               local.get $11
                               i32.lt_u
                               if
                                i32.const 0
                                local.get $5
                                i64.load
                                local.get $6
                                i64.load
                                i64.ne
                                br_if $__inlined_func$assembly/flags/text/equalWords$55
                                drop
                                local.get $5
                                i32.const 8
                                i32.add
                                local.set $5
                                local.get $6
                                i32.const 8
                                i32.add
                                local.set $6
                                br $for-loop|0
                               end
                              end
                              i32.const 1
                              local.get $12
                              i32.const 7
                              i32.and
                              i64.extend_i32_u
                              i64.const 3
                              i64.shl
                              local.tee $7
                              i64.eqz
                              br_if $__inlined_func$assembly/flags/text/equalWords$55
                              drop
                              local.get $5
                              i64.load
                              local.get $6
                              i64.load
                              i64.xor
                              i64.const 64
                              local.get $7
                              i64.sub
                              i64.shl
                              i64.eqz
                             end
                            else
                             i32.const 0
                            end
                            i32.const 0
                            i32.ne
                            i64.extend_i32_u
                            i64.const -1125899906842624
                            i64.or
                           else
                            local.get $7
                            i64.const 48
                            i64.shr_u
                            i32.wrap_i64
                            i32.const 65533
                            i32.lt_u
                            if (result i64)
                             i32.const 0
                             local.get $7
                             local.get $5
                             i64.extend_i32_u
                             i64.const -1970324836974592
                             i64.or
                             local.get $0
                             i32.const 28992
                             i32.add
                             call $assembly/flags/compare/compare
                             local.tee $5
                             i32.const 2
                             i32.eq
                             if
                              i32.const 33816578
                              return
                             end
                             local.get $5
                             i64.extend_i32_s
                             i64.const -1125899906842624
                             i64.or
                            else
                             i64.const -1125899906842624
                            end
                           end
                           local.set $7
                           br $break|1
                          end
                          i64.const -844424930131968
                          local.get $3
                          local.get $11
                          i32.const 7
                          i32.shl
                          i32.add
                          i64.load
                          local.tee $7
                          local.get $7
                          i64.const 48
                          i64.shr_u
                          i32.wrap_i64
                          i32.const 65534
                          i32.eq
                          select
                          local.get $1
                          local.get $6
                          i32.add
                          local.get $1
                          call $assembly/flags/membership/isInArray
                          i32.const 0
                          i32.ne
                          i64.extend_i32_u
                          i64.const -1125899906842624
                          i64.or
                          local.set $7
                          br $break|1
                         end
                         local.get $3
                         local.get $11
                         i32.const 7
                         i32.shl
                         i32.add
                         i64.load
                         local.get $1
                         local.get $6
                         i32.add
                         i64.extend_i32_u
                         i64.const -1970324836974592
                         i64.or
                         call $assembly/flags/membership/startsWith
                         local.set $7
                         br $break|1
                        end
                        local.get $3
                        local.get $11
                        i32.const 7
                        i32.shl
                        i32.add
                        i64.load
                        local.get $1
                        local.get $6
                        i32.add
                        i64.extend_i32_u
                        i64.const -1970324836974592
                        i64.or
                        call $assembly/flags/membership/endsWith
                        local.set $7
                        br $break|1
                       end
                       local.get $12
                       i32.const 8
                       i32.sub
                       local.tee $8
                       i64.load
                       local.get $1
                       local.get $6
                       i32.add
                       local.get $1
                       call $assembly/flags/membership/isInArray
                       i32.const 0
                       i32.ne
                       i64.extend_i32_u
                       i64.const -1125899906842624
                       i64.or
                       local.set $7
                       br $break|1
                      end
                      local.get $12
                      i64.const -844424930131968
                      local.get $0
                      i32.const 26944
                      i32.add
                      local.get $11
                      i32.const 3
                      i32.shl
                      i32.add
                      i64.load
                      local.tee $7
                      local.get $7
                      i64.const 48
                      i64.shr_u
                      i32.wrap_i64
                      i32.const 65534
                      i32.eq
                      select
                      i64.store
                      br $while-continue|0
                     end
                     local.get $0
                     local.get $12
                     i32.const 8
                     i32.sub
                     local.tee $5
                     i64.load
                     local.get $1
                     local.get $6
                     i32.add
                     local.get $1
                     call $assembly/flags/property/getPath
                     local.tee $7
                     i64.const -256
                     i64.and
                     i64.const 9221120237057474560
                     i64.eq
                     br_if $folding-inner1
                     local.get $5
                     i64.const -844424930131968
                     local.get $7
                     local.get $7
                     i64.const 48
                     i64.shr_u
                     i32.wrap_i64
                     i32.const 65534
                     i32.eq
                     select
                     i64.store
                     br $while-continue|0
                    end
                    local.get $0
                    local.get $12
                    i32.const 16
                    i32.sub
                    local.tee $5
                    i64.load
                    local.get $12
                    i32.const 8
                    i32.sub
                    i64.load
                    i32.const 0
                    call $assembly/flags/lists/lookUp
                    local.tee $7
                    i64.const -256
                    i64.and
                    i64.const 9221120237057474560
                    i64.eq
                    br_if $folding-inner1
                    local.get $5
                    i64.const -844424930131968
                    local.get $7
                    local.get $7
                    i64.const 48
                    i64.shr_u
                    i32.wrap_i64
                    i32.const 65534
                    i32.eq
                    select
                    i64.store
                    br $while-continue|0
                   end
                   local.get $0
                   local.get $12
                   i32.const 1
                   local.get $11
                   local.get $11
                   i32.const 65535
                   i32.eq
                   select
                   i32.const 3
                   i32.shl
                   i32.sub
                   i32.const 8
                   i32.sub
                   local.tee $5
                   i64.load
                   block $__inlined_func$assembly/flags/evaluate/operands$1109 (result i64)
                    local.get $12
                    local.get $11
                    i32.const 3
                    i32.shl
                    i32.sub
                    i64.extend_i32_u
                    local.get $11
                    i64.extend_i32_u
                    i64.const 32
                    i64.shl
                    i64.or
                    local.get $11
                    i32.const 65535
                    i32.ne
                    br_if $__inlined_func$assembly/flags/evaluate/operands$1109
                    drop
                    local.get $12
                    i32.const 8
                    i32.sub
                    local.tee $6
                    i64.load
                    local.set $7
                    local.get $6
                    i64.extend_i32_u
                    i64.const 4294967296
                    i64.or
                    local.get $7
                    i64.const 48
                    i64.shr_u
                    i32.wrap_i64
                    i32.const 65530
                    i32.ne
                    br_if $__inlined_func$assembly/flags/evaluate/operands$1109
                    drop
                    local.get $7
                    i32.wrap_i64
                    local.tee $6
                    i32.const 8
                    i32.add
                    i64.extend_i32_u
                    local.get $6
                    i64.load32_u
                    i64.const 32
                    i64.shl
                    i64.or
                   end
                   local.tee $7
                   i32.wrap_i64
                   local.get $7
                   i64.const 32
                   i64.shr_u
                   i32.wrap_i64
                   call $assembly/flags/lists/missing
                   local.tee $7
                   i64.const -256
                   i64.and
                   i64.const 9221120237057474560
                   i64.eq
                   br_if $folding-inner1
                   local.get $5
                   local.get $7
                   i64.store
                   br $while-continue|0
                  end
                  local.get $0
                  local.get $12
                  i32.const 24
                  i32.sub
                  local.tee $5
                  i64.load
                  local.get $12
                  i32.const 16
                  i32.sub
                  i64.load
                  local.get $12
                  i32.const 8
                  i32.sub
                  i64.load
                  call $assembly/flags/lists/missingSome
                  local.tee $7
                  i64.const -256
                  i64.and
                  i64.const 9221120237057474560
                  i64.eq
                  br_if $folding-inner1
                  local.get $5
                  local.get $7
                  i64.store
                  br $while-continue|0
                 end
                 block $__inlined_func$assembly/flags/evaluate/operands$1112 (result i64)
                  local.get $12
                  local.get $11
                  i32.const 3
                  i32.shl
                  i32.sub
                  i64.extend_i32_u
                  local.get $11
                  i64.extend_i32_u
                  i64.const 32
                  i64.shl
                  i64.or
                  local.get $11
                  i32.const 65535
                  i32.ne
                  br_if $__inlined_func$assembly/flags/evaluate/operands$1112
                  drop
                  local.get $12
                  i32.const 8
                  i32.sub
                  local.tee $8
                  i64.load
                  local.set $7
                  local.get $8
                  i64.extend_i32_u
                  i64.const 4294967296
                  i64.or
                  local.get $7
                  i64.const 48
                  i64.shr_u
                  i32.wrap_i64
                  i32.const 65530
                  i32.ne
                  br_if $__inlined_func$assembly/flags/evaluate/operands$1112
                  drop
                  local.get $7
                  i32.wrap_i64
                  local.tee $8
                  i32.const 8
                  i32.add
                  i64.extend_i32_u
                  local.get $8
                  i64.load32_u
                  i64.const 32
                  i64.shl
                  i64.or
                 end
                 local.tee $7
                 i32.wrap_i64
                 local.set $8
                 local.get $7
                 i64.const 32
                 i64.shr_u
                 i32.wrap_i64
                 local.set $13
                 local.get $5
                 i32.const 35
                 i32.eq
                 if (result i64)
                  local.get $6
                  local.get $8
                  local.get $13
                  local.get $0
                  i32.const 28992
                  i32.add
                  call $assembly/flags/arithmetic/arithmetic
                 else
                  local.get $5
                  i32.const 36
                  i32.eq
                  if (result i64)
                   local.get $0
                   local.get $8
                   local.get $13
                   call $assembly/flags/strings/cat
                  else
                   local.get $0
                   local.get $8
                   local.get $13
                   call $assembly/flags/lists/merge
                  end
                 end
                 local.tee $7
                 i64.const -256
                 i64.and
                 i64.const 9221120237057474560
                 i64.eq
                 br_if $folding-inner1
                 local.get $12
                 i32.const 1
                 local.get $11
                 local.get $11
                 i32.const 65535
                 i32.eq
                 select
                 i32.const 3
                 i32.shl
                 i32.sub
                 local.get $7
                 i64.store
                 br $while-continue|0
                end
                local.get $0
                local.get $12
                local.get $11
                i32.const 3
                i32.shl
                i32.sub
                local.tee $5
                local.get $11
                call $assembly/flags/strings/substr
                local.tee $7
                i64.const -256
                i64.and
                i64.const 9221120237057474560
                i64.eq
                br_if $folding-inner1
                local.get $5
                local.get $7
                i64.store
                br $while-continue|0
               end
               local.get $0
               local.get $12
               local.get $11
               i32.const 4
               i32.shl
               i32.sub
               local.tee $5
               local.get $11
               call $assembly/flags/lists/makeObject
               local.tee $7
               i64.const -256
               i64.and
               i64.const 9221120237057474560
               i64.eq
               br_if $folding-inner1
               local.get $5
               local.get $7
               i64.store
               br $while-continue|0
              end
              local.get $0
              local.get $11
              local.get $12
              i32.const 16
              i32.sub
              call $assembly/flags/iterate/startLoop
              local.tee $7
              i64.const -256
              i64.and
              i64.const 9221120237057474560
              i64.eq
              br_if $folding-inner1
              local.get $4
              local.get $6
              i32.const 3
              i32.shl
              i32.add
              local.get $4
              local.get $7
              i64.const 1
              i64.eq
              select
              local.set $4
              br $while-continue|0
             end
             local.get $0
             local.get $11
             local.get $12
             i32.const 40
             i32.sub
             call $assembly/flags/iterate/nextItem
             i64.const 1
             i64.ne
             if
              local.get $4
              local.get $6
              i32.const 1
              i32.add
              i32.const 3
              i32.shl
              i32.sub
              local.set $4
             end
             br $while-continue|0
            end
            local.get $12
            i32.const 8
            i32.sub
            local.tee $8
            i64.load
            local.get $1
            local.get $6
            i32.add
            call $assembly/flags/set/isInSet
            i32.const 0
            i32.ne
            i64.extend_i32_u
            i64.const -1125899906842624
            i64.or
            local.set $7
            br $break|1
           end
           local.get $3
           local.get $11
           i32.const 7
           i32.shl
           i32.add
           i64.load
           local.get $1
           local.get $6
           i32.add
           call $assembly/flags/set/isInSet
           i32.const 0
           i32.ne
           i64.extend_i32_u
           i64.const -1125899906842624
           i64.or
           local.set $7
           br $break|1
          end
          local.get $0
          local.get $12
          i32.const 8
          i32.sub
          local.tee $5
          i64.load
          call $assembly/flags/cbor/encodeUnit
          local.tee $7
          i64.const -256
          i64.and
          i64.const 9221120237057474560
          i64.eq
          br_if $folding-inner1
          local.get $5
          local.get $7
          i64.store
          br $while-continue|0
         end
         local.get $0
         local.get $12
         i32.const 16
         i32.sub
         local.tee $5
         call $assembly/flags/cbor/encodeUnitPair
         local.tee $7
         i64.const -256
         i64.and
         i64.const 9221120237057474560
         i64.eq
         br_if $folding-inner1
         local.get $5
         local.get $7
         i64.store
         br $while-continue|0
        end
        local.get $0
        local.get $1
        local.get $6
        i32.add
        local.get $1
        call $assembly/flags/arena/copyArray
        local.tee $7
        i64.const -256
        i64.and
        i64.const 9221120237057474560
        i64.eq
        br_if $folding-inner1
        local.get $12
        local.get $7
        i64.store
        br $while-continue|0
       end
       local.get $3
       local.get $11
       i32.const 7
       i32.shl
       i32.add
       i64.load
       i64.const 48
       i64.shr_u
       i32.wrap_i64
       i32.const 65534
       i32.ne
       local.get $12
       local.get $1
       local.get $6
       i32.add
       i64.extend_i32_u
       i64.const -1970324836974592
       i64.or
       i64.store
       i32.const 0
       local.set $5
       i32.eqz
       local.tee $8
       local.get $0
       i32.load offset=24
       local.get $0
       i32.load offset=64
       local.tee $6
       i32.sub
       i32.const 3
       i32.shr_u
       i32.le_u
       if
        local.get $8
        i32.const 3
        i32.shl
        i32.const 8
        i32.add
        i64.extend_i32_u
        i64.const 7
        i64.add
        i64.const -8
        i64.and
        local.tee $7
        local.get $0
        i64.load32_u offset=24
        local.get $6
        local.tee $5
        i64.extend_i32_u
        i64.sub
        i64.gt_u
        if
         i32.const 0
         local.set $5
        else
         local.get $0
         local.get $5
         local.get $7
         i32.wrap_i64
         i32.add
         i32.store offset=64
        end
        local.get $5
        if
         local.get $5
         i64.const 0
         i64.store
        end
       end
       local.get $5
       if (result i64)
        local.get $5
        local.get $8
        i32.store
        local.get $5
        i32.const 8
        i32.add
        local.get $12
        local.get $8
        i32.const 3
        i32.shl
        memory.copy
        local.get $5
        i64.extend_i32_u
        i64.const -1688849860263936
        i64.or
       else
        i64.const 9221120237057474563
       end
       local.tee $7
       i64.const -256
       i64.and
       i64.const 9221120237057474560
       i64.eq
       br_if $folding-inner1
       local.get $12
       local.get $7
       i64.store
       br $while-continue|0
      end
      local.get $0
      local.get $12
      i32.const 16
      i32.sub
      local.tee $5
      i64.load
      local.get $12
      i32.const 8
      i32.sub
      i64.load
      local.get $11
      call $assembly/flags/lists/unlessEnough
      local.tee $7
      i64.const -256
      i64.and
      i64.const 9221120237057474560
      i64.eq
      br_if $folding-inner1
      local.get $5
      local.get $7
      i64.store
      br $while-continue|0
     end
     local.get $8
     local.get $7
     i64.store
     br $while-continue|0
    end
   end
   local.get $2
   i32.load offset=40
   i32.const 65536
   i32.or
   return
  end
  local.get $7
  i64.const 255
  i64.and
  i32.wrap_i64
  i32.const 33816576
  i32.or
 )
 (func $assembly/flags/cbor/writeFloat (param $0 f64) (param $1 i32) (param $2 i32) (result i32)
  (local $3 i64)
  (local $4 f32)
  (local $5 i32)
  (local $6 i32)
  (local $7 i32)
  local.get $1
  i32.eqz
  local.get $2
  local.get $1
  i32.sub
  i32.const 9
  i32.lt_u
  i32.or
  if
   i32.const 0
   return
  end
  local.get $0
  local.get $0
  f64.eq
  local.get $0
  f32.demote_f64
  local.tee $4
  f64.promote_f32
  local.get $0
  f64.ne
  i32.and
  if
   local.get $1
   i32.const 251
   i32.store8
   local.get $1
   local.get $0
   i64.reinterpret_f64
   local.tee $3
   i64.const 8
   i64.shr_u
   i64.const 71777214294589695
   i64.and
   local.get $3
   i64.const 71777214294589695
   i64.and
   i64.const 8
   i64.shl
   i64.or
   local.tee $3
   i64.const 16
   i64.shr_u
   i64.const 281470681808895
   i64.and
   local.get $3
   i64.const 281470681808895
   i64.and
   i64.const 16
   i64.shl
   i64.or
   i64.const 32
   i64.rotr
   i64.store offset=1
   local.get $1
   i32.const 9
   i32.add
   return
  end
  local.get $0
  local.get $0
  f64.eq
  if (result i32)
   block $__inlined_func$assembly/flags/cbor/halfOf$266 (result i32)
    local.get $4
    i32.reinterpret_f32
    local.tee $5
    i32.const 16
    i32.shr_u
    i32.const 32768
    i32.and
    local.tee $6
    i32.const 31744
    i32.or
    i32.const 32256
    local.get $5
    i32.const 8388607
    i32.and
    local.tee $2
    i32.eqz
    local.tee $7
    select
    local.get $5
    i32.const 23
    i32.shr_u
    i32.const 255
    i32.and
    i32.const 127
    i32.sub
    local.tee $5
    i32.const 128
    i32.eq
    br_if $__inlined_func$assembly/flags/cbor/halfOf$266
    drop
    local.get $6
    local.get $7
    local.get $5
    i32.const -127
    i32.eq
    i32.and
    br_if $__inlined_func$assembly/flags/cbor/halfOf$266
    drop
    local.get $5
    i32.const 15
    i32.le_s
    local.get $5
    i32.const -14
    i32.ge_s
    i32.and
    if
     i32.const -1
     local.get $2
     i32.const 8191
     i32.and
     br_if $__inlined_func$assembly/flags/cbor/halfOf$266
     drop
     local.get $6
     local.get $5
     i32.const 15
     i32.add
     i32.const 10
     i32.shl
     i32.or
     local.get $2
     i32.const 13
     i32.shr_u
     i32.or
     br $__inlined_func$assembly/flags/cbor/halfOf$266
    end
    i32.const -1
    local.get $5
    i32.const -24
    i32.lt_s
    local.get $5
    i32.const 15
    i32.gt_s
    i32.or
    br_if $__inlined_func$assembly/flags/cbor/halfOf$266
    drop
    i32.const -1
    local.get $2
    i32.const 8388608
    i32.or
    local.tee $2
    i32.const 1
    i32.const -1
    local.get $5
    i32.sub
    local.tee $5
    i32.shl
    i32.const 1
    i32.sub
    i32.and
    br_if $__inlined_func$assembly/flags/cbor/halfOf$266
    drop
    local.get $6
    local.get $2
    local.get $5
    i32.shr_u
    i32.or
   end
  else
   i32.const 32256
  end
  local.tee $2
  i32.const 0
  i32.lt_s
  if
   local.get $1
   i32.const 250
   i32.store8
   local.get $1
   local.get $4
   i32.reinterpret_f32
   local.tee $2
   i32.const -16711936
   i32.and
   i32.const 8
   i32.rotl
   local.get $2
   i32.const 16711935
   i32.and
   i32.const 8
   i32.rotr
   i32.or
   i32.store offset=1
   local.get $1
   i32.const 5
   i32.add
   return
  end
  local.get $1
  i32.const 249
  i32.store8
  local.get $1
  local.get $2
  i32.const 8
  i32.shl
  local.get $2
  i32.const 65535
  i32.and
  i32.const 8
  i32.shr_u
  i32.or
  i32.store16 offset=1
  local.get $1
  i32.const 3
  i32.add
 )
)
