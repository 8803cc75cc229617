(module
 (type $0 (func (param i32 i32) (result i32)))
 (type $1 (func (param i32 i32 i32) (result i32)))
 (type $2 (func (param i32 i32 i32 i32) (result i32)))
 (type $3 (func (param i32 i32 i32 i32 i32) (result i32)))
 (type $4 (func (param i32 i32 i32)))
 (type $5 (func (param i32 i32 i32) (result i64)))
 (type $6 (func (param i64 i32 i32) (result i32)))
 (type $7 (func (param i32 i64) (result i32)))
 (type $8 (func (param i64 i64) (result i64)))
 (type $9 (func (param i32 i32 i32 i32 f64) (result i32)))
 (type $10 (func (param i32) (result f64)))
 (type $11 (func (param i64) (result f64)))
 (type $12 (func (param f64 i32) (result i32)))
 (type $13 (func (param i64 i64) (result i32)))
 (type $14 (func (param i32 i64 i64) (result i32)))
 (type $15 (func (param i32) (result i32)))
 (type $16 (func (param i32 i32)))
 (type $17 (func (param i32 i32 i64 i64 f64)))
 (type $18 (func (param i32)))
 (import "env" "memory" (memory $0 1 65536 shared))
 (export "evaluate" (func $assembly/index/evaluate))
 (export "evaluatePinned" (func $assembly/index/evaluatePinned))
 (export "hashKey" (func $assembly/index/hashKey))
 (export "murmur3" (func $assembly/hash/murmur3/murmur3))
 (export "murmur3Prefix" (func $assembly/hash/prefix/murmur3Prefix))
 (export "peek" (func $assembly/limits/take/peek))
 (export "pin" (func $assembly/flags/pin/pin))
 (export "remaining" (func $assembly/limits/take/remaining))
 (export "resetMs" (func $assembly/limits/take/resetMs))
 (export "retryMs" (func $assembly/limits/take/retryMs))
 (export "sweep" (func $assembly/limits/table/sweep))
 (export "take" (func $assembly/limits/take/take))
 (export "unpin" (func $assembly/flags/pin/unpin))
 (export "verify" (func $assembly/flags/verify/verify))
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
  i32.const 16
  i32.shr_u
  local.get $0
  i32.xor
  i32.const -2048144789
  i32.mul
  local.tee $0
  i32.const 13
  i32.shr_u
  local.get $0
  i32.xor
  i32.const -1028477387
  i32.mul
  local.tee $0
  i32.const 16
  i32.shr_u
  local.get $0
  i32.xor
 )
 (func $assembly/flags/number/spaceLength (param $0 i32) (param $1 i32) (result i32)
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
 (func $assembly/flags/compare/toNumber (param $0 i64) (result f64)
  (local $1 i32)
  (local $2 i32)
  (local $3 i32)
  (local $4 i32)
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
  local.tee $1
  i32.const 65529
  i32.eq
  if
   local.get $0
   i32.wrap_i64
   local.tee $1
   i32.const 8
   i32.add
   local.tee $2
   local.get $2
   local.get $1
   i32.load
   i32.add
   local.tee $1
   call $assembly/flags/number/trimStart
   local.tee $2
   local.get $1
   call $assembly/flags/number/trimEnd
   local.set $3
   i64.const 0
   local.set $0
   block $__inlined_func$assembly/flags/number/parseNumber$246
    local.get $2
    local.get $3
    i32.eq
    br_if $__inlined_func$assembly/flags/number/parseNumber$246
    local.get $2
    i32.load8_u
    local.tee $4
    i32.const 48
    i32.eq
    local.get $3
    local.get $2
    i32.sub
    i32.const 2
    i32.gt_u
    i32.and
    if
     local.get $2
     i32.const 1
     i32.add
     i32.load8_u
     i32.const 32
     i32.or
     local.tee $1
     i32.const 120
     i32.eq
     if
      local.get $2
      i32.const 2
      i32.add
      local.get $3
      i32.const 4
      call $assembly/flags/number/parseRadix
      local.set $0
      br $__inlined_func$assembly/flags/number/parseNumber$246
     end
     local.get $1
     i32.const 111
     i32.eq
     if
      local.get $2
      i32.const 2
      i32.add
      local.get $3
      i32.const 3
      call $assembly/flags/number/parseRadix
      local.set $0
      br $__inlined_func$assembly/flags/number/parseNumber$246
     end
     local.get $1
     i32.const 98
     i32.eq
     if
      local.get $2
      i32.const 2
      i32.add
      local.get $3
      i32.const 1
      call $assembly/flags/number/parseRadix
      local.set $0
      br $__inlined_func$assembly/flags/number/parseNumber$246
     end
    end
    local.get $2
    i32.const 1
    i32.add
    local.get $2
    local.get $4
    i32.const 45
    i32.eq
    local.tee $1
    local.get $4
    i32.const 43
    i32.eq
    i32.or
    select
    local.set $2
    i64.const -4503599627370496
    i64.const 9218868437227405312
    local.get $1
    select
    local.set $0
    local.get $3
    local.get $2
    i32.sub
    i32.const 8
    i32.eq
    if (result i32)
     local.get $2
     i64.load
     i64.const 8751735898823355977
     i64.eq
    else
     i32.const 0
    end
    br_if $__inlined_func$assembly/flags/number/parseNumber$246
    local.get $2
    local.get $3
    local.get $1
    call $assembly/flags/number/parseDecimal
    local.set $0
   end
   local.get $0
   f64.reinterpret_i64
   return
  end
  local.get $1
  i32.const 65531
  i32.eq
  local.get $1
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
  local.get $1
  i32.const 65533
  i32.eq
  select
 )
 (func $assembly/limits/key/hashKeyBytes (param $0 i32) (param $1 i32) (param $2 i32)
  (local $3 i64)
  (local $4 i64)
  (local $5 i64)
  (local $6 i64)
  (local $7 i64)
  (local $8 i64)
  (local $9 i64)
  (local $10 i32)
  (local $11 i32)
  (local $12 i32)
  (local $13 i64)
  local.get $0
  i64.load offset=32
  local.tee $4
  i64.const 8317987319222330741
  i64.xor
  local.set $5
  local.get $0
  i64.load offset=40
  local.tee $3
  i64.const 7237128888997146477
  i64.xor
  local.set $13
  local.get $4
  i64.const 7816392313619706465
  i64.xor
  local.set $7
  local.get $3
  i64.const 8387220255154660723
  i64.xor
  local.set $6
  local.get $0
  i32.load offset=48
  local.tee $12
  local.get $2
  i32.const -8
  i32.and
  i32.add
  local.set $10
  local.get $2
  i64.extend_i32_u
  i64.const 56
  i64.shl
  local.set $3
  i32.const 4
  local.set $11
  loop $while-continue|0
   local.get $11
   i32.const 0
   i32.gt_s
   if
    i64.const 0
    local.set $4
    local.get $10
    local.get $12
    i32.gt_u
    if
     local.get $12
     i64.load
     local.set $4
     local.get $12
     i32.const 8
     i32.add
     local.set $12
    else
     local.get $11
     i32.const 4
     i32.eq
     if
      local.get $2
      i32.const 7
      i32.and
      local.set $0
      loop $for-loop|1
       local.get $0
       if
        local.get $3
        local.get $0
        local.get $12
        i32.add
        i32.const 1
        i32.sub
        i64.load8_u
        local.get $0
        i32.const 1
        i32.sub
        local.tee $0
        i32.const 3
        i32.shl
        i64.extend_i32_u
        i64.shl
        i64.or
        local.set $3
        br $for-loop|1
       end
      end
      local.get $3
      local.set $4
     else
      local.get $7
      i64.const 255
      i64.xor
      local.get $7
      local.get $11
      i32.const 3
      i32.eq
      select
      local.set $7
     end
     local.get $11
     i32.const 1
     i32.sub
     local.set $11
    end
    local.get $4
    local.get $6
    i64.xor
    local.tee $6
    local.get $7
    i64.add
    local.tee $9
    local.get $5
    local.get $13
    i64.add
    local.tee $8
    local.get $13
    i64.const 13
    i64.rotl
    i64.xor
    local.tee $5
    i64.add
    local.tee $7
    local.get $5
    i64.const 17
    i64.rotl
    i64.xor
    local.set $13
    local.get $6
    i64.const 16
    i64.rotl
    local.get $9
    i64.xor
    local.tee $6
    local.get $8
    i64.const 32
    i64.rotl
    i64.add
    local.tee $5
    local.get $6
    i64.const 21
    i64.rotl
    i64.xor
    local.set $6
    local.get $7
    i64.const 32
    i64.rotl
    local.set $7
    local.get $4
    local.get $5
    i64.xor
    local.set $5
    br $while-continue|0
   end
  end
  local.get $1
  local.get $5
  local.get $13
  i64.xor
  local.get $7
  i64.xor
  local.get $6
  i64.xor
  i64.store
  local.get $1
  i32.const 0
  i32.store offset=20
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
     block $__inlined_func$assembly/flags/text/equalBytes$67 (result i32)
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
        br_if $__inlined_func$assembly/flags/text/equalBytes$67
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
        br_if $__inlined_func$assembly/flags/text/equalBytes$67
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
 (func $assembly/flags/number/parseRadix (param $0 i32) (param $1 i32) (param $2 i32) (result i64)
  (local $3 i32)
  (local $4 i64)
  (local $5 i32)
  local.get $0
  local.get $1
  i32.ge_u
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
    local.tee $5
    i32.const 48
    i32.sub
    local.tee $3
    i32.const 9
    i32.gt_u
    if
     local.get $5
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
    i64.sub
    i64.shr_u
    i64.const 0
    i64.ne
    if
     i64.const 9221120237041154782
     return
    end
    local.get $3
    i64.extend_i32_u
    local.get $4
    local.get $2
    i64.extend_i32_u
    i64.shl
    i64.or
    local.set $4
    local.get $0
    i32.const 1
    i32.add
    local.set $0
    br $for-loop|0
   end
  end
  local.get $4
  f64.convert_i64_u
  i64.reinterpret_f64
 )
 (func $assembly/flags/number/formatNumber (param $0 f64) (param $1 i32) (result i32)
  (local $2 i32)
  (local $3 i32)
  (local $4 i32)
  (local $5 i64)
  (local $6 i64)
  (local $7 f64)
  (local $8 i32)
  (local $9 f64)
  (local $10 i32)
  (local $11 i64)
  (local $12 i64)
  local.get $0
  f64.const 0
  f64.lt
  if
   local.get $1
   i32.const 45
   i32.store8
   i32.const 1
   local.set $8
   local.get $0
   f64.neg
   local.set $0
  end
  local.get $0
  f64.const 9007199254740992
  f64.lt
  i32.eqz
  if
   i32.const 0
   return
  end
  local.get $0
  i64.trunc_sat_f64_u
  local.tee $5
  f64.convert_i64_u
  local.get $0
  f64.eq
  if
   local.get $1
   local.get $8
   i32.add
   local.set $3
   i32.const 1
   local.set $2
   local.get $5
   i64.const 10
   i64.div_u
   local.set $6
   loop $for-loop|0
    local.get $6
    i64.const 0
    i64.ne
    if
     local.get $2
     i32.const 1
     i32.add
     local.set $2
     local.get $6
     i64.const 10
     i64.div_u
     local.set $6
     br $for-loop|0
    end
   end
   local.get $2
   local.set $1
   loop $for-loop|1
    local.get $1
    if
     local.get $1
     local.get $3
     i32.add
     i32.const 1
     i32.sub
     local.get $5
     i64.const 10
     i64.rem_u
     i64.const 48
     i64.add
     i64.store8
     local.get $5
     i64.const 10
     i64.div_u
     local.set $5
     local.get $1
     i32.const 1
     i32.sub
     local.set $1
     br $for-loop|1
    end
   end
   local.get $2
   local.get $8
   i32.add
   return
  end
  local.get $0
  f64.const 1e-06
  f64.lt
  if
   i32.const 0
   return
  end
  f64.const 10
  local.set $7
  i32.const 1
  local.set $3
  loop $for-loop|00
   local.get $3
   i32.const 15
   i32.le_u
   if
    local.get $0
    local.get $7
    f64.mul
    f64.nearest
    local.tee $9
    f64.const 1e15
    f64.ge
    if
     i32.const 0
     return
    end
    local.get $9
    local.get $7
    f64.div
    local.get $0
    f64.eq
    if
     local.get $1
     local.get $8
     i32.add
     local.set $10
     i32.const 1
     local.set $4
     local.get $9
     i64.trunc_sat_f64_u
     local.tee $11
     local.get $7
     i64.trunc_sat_f64_u
     local.tee $12
     i64.div_u
     local.tee $5
     i64.const 10
     i64.div_u
     local.set $6
     loop $for-loop|01
      local.get $6
      i64.const 0
      i64.ne
      if
       local.get $4
       i32.const 1
       i32.add
       local.set $4
       local.get $6
       i64.const 10
       i64.div_u
       local.set $6
       br $for-loop|01
      end
     end
     local.get $4
     local.set $2
     loop $for-loop|12
      local.get $2
      if
       local.get $2
       local.get $10
       i32.add
       i32.const 1
       i32.sub
       local.get $5
       i64.const 10
       i64.rem_u
       i64.const 48
       i64.add
       i64.store8
       local.get $5
       i64.const 10
       i64.div_u
       local.set $5
       local.get $2
       i32.const 1
       i32.sub
       local.set $2
       br $for-loop|12
      end
     end
     local.get $4
     local.get $8
     i32.add
     local.tee $2
     local.get $1
     i32.add
     i32.const 46
     i32.store8
     local.get $2
     i32.const 1
     i32.add
     local.set $4
     local.get $11
     local.get $12
     i64.rem_u
     local.set $5
     local.get $3
     local.set $2
     loop $for-loop|13
      local.get $2
      if
       local.get $1
       local.get $4
       i32.add
       local.get $2
       i32.add
       i32.const 1
       i32.sub
       local.get $5
       i64.const 10
       i64.rem_u
       i64.const 48
       i64.add
       i64.store8
       local.get $5
       i64.const 10
       i64.div_u
       local.set $5
       local.get $2
       i32.const 1
       i32.sub
       local.set $2
       br $for-loop|13
      end
     end
     local.get $3
     local.get $4
     i32.add
     return
    end
    local.get $3
    i32.const 1
    i32.add
    local.set $3
    local.get $7
    f64.const 10
    f64.mul
    local.set $7
    br $for-loop|00
   end
  end
  i32.const 0
 )
 (func $assembly/flags/membership/isInArray (param $0 i64) (param $1 i32) (param $2 i32) (result i32)
  (local $3 i32)
  (local $4 i32)
  (local $5 i32)
  (local $6 f64)
  (local $7 i32)
  (local $8 i32)
  (local $9 i32)
  (local $10 i32)
  (local $11 i64)
  local.get $1
  i32.const 8
  i32.add
  local.tee $4
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
   local.tee $10
   i32.load
   local.set $8
   loop $for-loop|0
    local.get $4
    local.get $7
    i32.lt_u
    if
     local.get $4
     i64.load
     local.tee $0
     i64.const 48
     i64.shr_u
     i32.wrap_i64
     i32.const 65529
     i32.eq
     if
      local.get $8
      local.get $2
      local.get $0
      i32.wrap_i64
      i32.add
      local.tee $1
      i32.load
      i32.eq
      if
       local.get $10
       i32.const 8
       i32.add
       local.set $5
       local.get $8
       local.get $1
       i32.const 8
       i32.add
       local.tee $1
       i32.add
       local.set $9
       block $__inlined_func$assembly/flags/text/equalBytes$63 (result i32)
        loop $for-loop|00
         local.get $1
         i32.const 8
         i32.add
         local.tee $3
         local.get $9
         i32.le_u
         if
          i32.const 0
          local.get $1
          i64.load
          local.get $5
          i64.load
          i64.ne
          br_if $__inlined_func$assembly/flags/text/equalBytes$63
          drop
          local.get $3
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
         local.get $9
         i32.lt_u
         if
          i32.const 0
          local.get $1
          i32.load8_u
          local.get $5
          i32.load8_u
          i32.ne
          br_if $__inlined_func$assembly/flags/text/equalBytes$63
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
       if
        i32.const 1
        return
       end
      end
     end
     local.get $4
     i32.const 8
     i32.add
     local.set $4
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
  loop $for-loop|11
   local.get $4
   local.get $7
   i32.lt_u
   if
    local.get $0
    local.get $4
    i64.load
    local.tee $11
    local.get $2
    i64.extend_i32_u
    i64.add
    local.get $11
    local.get $11
    i64.const 48
    i64.shr_u
    i32.wrap_i64
    i32.const 65529
    i32.eq
    select
    local.tee $11
    call $assembly/flags/compare/strictEquals
    if
     i32.const 1
     return
    end
    local.get $11
    f64.reinterpret_i64
    local.tee $6
    local.get $6
    f64.ne
    i32.const 0
    local.get $11
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
    local.get $4
    i32.const 8
    i32.add
    local.set $4
    br $for-loop|11
   end
  end
  i32.const 0
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
   local.tee $3
   local.get $1
   i32.wrap_i64
   local.tee $4
   i32.load
   i32.eq
   if (result i32)
    local.get $4
    i32.const 8
    i32.add
    local.set $4
    local.get $3
    local.get $2
    i32.const 8
    i32.add
    local.tee $2
    i32.add
    local.set $5
    block $__inlined_func$assembly/flags/text/equalBytes$24 (result i32)
     loop $for-loop|0
      local.get $2
      i32.const 8
      i32.add
      local.tee $3
      local.get $5
      i32.le_u
      if
       i32.const 0
       local.get $2
       i64.load
       local.get $4
       i64.load
       i64.ne
       br_if $__inlined_func$assembly/flags/text/equalBytes$24
       drop
       local.get $3
       local.set $2
       local.get $4
       i32.const 8
       i32.add
       local.set $4
       br $for-loop|0
      end
     end
     loop $for-loop|1
      local.get $2
      local.get $5
      i32.lt_u
      if
       i32.const 0
       local.get $2
       i32.load8_u
       local.get $4
       i32.load8_u
       i32.ne
       br_if $__inlined_func$assembly/flags/text/equalBytes$24
       drop
       local.get $2
       i32.const 1
       i32.add
       local.set $2
       local.get $4
       i32.const 1
       i32.add
       local.set $4
       br $for-loop|1
      end
     end
     i32.const 1
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
 (func $assembly/flags/compare/compare (param $0 i32) (param $1 i64) (param $2 i64) (result i32)
  (local $3 i32)
  (local $4 f64)
  (local $5 i32)
  (local $6 i32)
  (local $7 i32)
  (local $8 i32)
  (local $9 f64)
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
   local.tee $9
   local.get $9
   f64.eq
   i32.and
   if (result i32)
    block $__inlined_func$assembly/flags/compare/compareNumbers$49 (result i32)
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
          local.get $9
          f64.eq
          br $__inlined_func$assembly/flags/compare/compareNumbers$49
         end
         local.get $4
         local.get $9
         f64.ne
         br $__inlined_func$assembly/flags/compare/compareNumbers$49
        end
        local.get $4
        local.get $9
        f64.gt
        br $__inlined_func$assembly/flags/compare/compareNumbers$49
       end
       local.get $4
       local.get $9
       f64.ge
       br $__inlined_func$assembly/flags/compare/compareNumbers$49
      end
      local.get $4
      local.get $9
      f64.lt
      br $__inlined_func$assembly/flags/compare/compareNumbers$49
     end
     local.get $4
     local.get $9
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
  local.tee $3
  local.get $2
  i64.const 48
  i64.shr_u
  i32.wrap_i64
  i32.const 65529
  i32.eq
  local.tee $6
  i32.and
  if
   local.get $1
   i32.wrap_i64
   local.set $6
   local.get $2
   i32.wrap_i64
   local.set $7
   block $__inlined_func$assembly/flags/compare/compareTexts$247 (result i32)
    local.get $0
    i32.eqz
    if
     local.get $6
     i32.load
     local.tee $0
     local.get $7
     i32.load
     i32.eq
     if (result i32)
      local.get $7
      i32.const 8
      i32.add
      local.set $5
      local.get $0
      local.get $6
      i32.const 8
      i32.add
      local.tee $0
      i32.add
      local.set $6
      block $__inlined_func$assembly/flags/text/equalBytes$24 (result i32)
       loop $for-loop|0
        local.get $0
        i32.const 8
        i32.add
        local.tee $3
        local.get $6
        i32.le_u
        if
         i32.const 0
         local.get $0
         i64.load
         local.get $5
         i64.load
         i64.ne
         br_if $__inlined_func$assembly/flags/text/equalBytes$24
         drop
         local.get $3
         local.set $0
         local.get $5
         i32.const 8
         i32.add
         local.set $5
         br $for-loop|0
        end
       end
       loop $for-loop|1
        local.get $0
        local.get $6
        i32.lt_u
        if
         i32.const 0
         local.get $0
         i32.load8_u
         local.get $5
         i32.load8_u
         i32.ne
         br_if $__inlined_func$assembly/flags/text/equalBytes$24
         drop
         local.get $0
         i32.const 1
         i32.add
         local.set $0
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
     br $__inlined_func$assembly/flags/compare/compareTexts$247
    end
    local.get $0
    i32.const 1
    i32.eq
    if
     local.get $6
     i32.load
     local.tee $0
     local.get $7
     i32.load
     i32.eq
     if (result i32)
      local.get $7
      i32.const 8
      i32.add
      local.set $5
      local.get $0
      local.get $6
      i32.const 8
      i32.add
      local.tee $0
      i32.add
      local.set $6
      block $__inlined_func$assembly/flags/text/equalBytes$240 (result i32)
       loop $for-loop|01
        local.get $0
        i32.const 8
        i32.add
        local.tee $3
        local.get $6
        i32.le_u
        if
         i32.const 0
         local.get $0
         i64.load
         local.get $5
         i64.load
         i64.ne
         br_if $__inlined_func$assembly/flags/text/equalBytes$240
         drop
         local.get $3
         local.set $0
         local.get $5
         i32.const 8
         i32.add
         local.set $5
         br $for-loop|01
        end
       end
       loop $for-loop|12
        local.get $0
        local.get $6
        i32.lt_u
        if
         i32.const 0
         local.get $0
         i32.load8_u
         local.get $5
         i32.load8_u
         i32.ne
         br_if $__inlined_func$assembly/flags/text/equalBytes$240
         drop
         local.get $0
         i32.const 1
         i32.add
         local.set $0
         local.get $5
         i32.const 1
         i32.add
         local.set $5
         br $for-loop|12
        end
       end
       i32.const 1
      end
     else
      i32.const 0
     end
     i32.eqz
     br $__inlined_func$assembly/flags/compare/compareTexts$247
    end
    local.get $6
    i32.const 8
    i32.add
    local.set $10
    local.get $7
    i32.const 8
    i32.add
    local.set $3
    local.get $6
    i32.load
    local.tee $6
    local.get $7
    i32.load
    local.tee $7
    local.get $6
    local.get $7
    i32.lt_u
    select
    local.set $11
    block $__inlined_func$assembly/flags/text/compareText$3
     loop $for-loop|03
      local.get $5
      local.get $11
      i32.lt_u
      if
       local.get $5
       local.get $10
       i32.add
       i32.load8_u
       local.tee $8
       local.get $3
       local.get $5
       i32.add
       i32.load8_u
       local.tee $12
       i32.ne
       if
        i32.const -1
        i32.const 1
        local.get $8
        i32.const 240
        i32.ge_u
        local.tee $5
        select
        local.set $3
        local.get $12
        i32.const 238
        i32.ge_u
        local.get $8
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
        local.get $8
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
       br $for-loop|03
      end
     end
     local.get $6
     local.get $7
     i32.gt_u
     local.get $6
     local.get $7
     i32.lt_u
     i32.sub
     local.set $3
    end
    block $__inlined_func$assembly/flags/compare/ordered$35 (result i32)
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
        br $__inlined_func$assembly/flags/compare/ordered$35
       end
       local.get $3
       i32.const 0
       i32.le_s
       br $__inlined_func$assembly/flags/compare/ordered$35
      end
      local.get $3
      i32.const 0
      i32.gt_s
      br $__inlined_func$assembly/flags/compare/ordered$35
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
  local.get $6
  i32.or
  local.get $1
  i64.const -844424930131968
  i64.eq
  local.get $3
  i32.or
  i32.and
  if
   local.get $1
   local.get $2
   i64.eq
   if
    block $__inlined_func$assembly/flags/compare/compareNumbers$54 (result i32)
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
          br $__inlined_func$assembly/flags/compare/compareNumbers$54
         end
         i32.const 0
         br $__inlined_func$assembly/flags/compare/compareNumbers$54
        end
        i32.const 0
        br $__inlined_func$assembly/flags/compare/compareNumbers$54
       end
       i32.const 1
       br $__inlined_func$assembly/flags/compare/compareNumbers$54
      end
      i32.const 0
      br $__inlined_func$assembly/flags/compare/compareNumbers$54
     end
     i32.const 1
    end
    return
   end
   block $__inlined_func$assembly/flags/compare/compareNullWithText$248 (result i32)
    i32.const 0
    local.get $0
    i32.eqz
    br_if $__inlined_func$assembly/flags/compare/compareNullWithText$248
    drop
    i32.const 1
    local.get $0
    i32.const 1
    i32.eq
    br_if $__inlined_func$assembly/flags/compare/compareNullWithText$248
    drop
    local.get $1
    call $assembly/flags/compare/toNumber
    local.set $4
    local.get $2
    call $assembly/flags/compare/toNumber
    local.set $9
    block $__inlined_func$assembly/flags/compare/compareNumbers$46 (result i32)
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
          local.get $9
          f64.eq
          br $__inlined_func$assembly/flags/compare/compareNumbers$46
         end
         local.get $4
         local.get $9
         f64.ne
         br $__inlined_func$assembly/flags/compare/compareNumbers$46
        end
        local.get $4
        local.get $9
        f64.lt
        br $__inlined_func$assembly/flags/compare/compareNumbers$46
       end
       local.get $4
       local.get $9
       f64.le
       br $__inlined_func$assembly/flags/compare/compareNumbers$46
      end
      local.get $4
      local.get $9
      f64.gt
      br $__inlined_func$assembly/flags/compare/compareNumbers$46
     end
     local.get $4
     local.get $9
     f64.ge
    end
   end
   return
  end
  local.get $2
  call $assembly/flags/compare/toNumber
  local.tee $4
  local.get $4
  f64.ne
  local.get $1
  call $assembly/flags/compare/toNumber
  local.tee $9
  local.get $9
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
    local.get $4
    f64.const 0
    f64.eq
    local.get $9
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
    local.get $9
    f64.const 0
    f64.ne
    local.tee $0
    local.get $4
    f64.const 0
    f64.ne
    local.get $0
    select
    i32.const 0
    i32.ne
    return
   end
  end
  block $__inlined_func$assembly/flags/compare/compareNumbers$55 (result i32)
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
        local.get $9
        f64.eq
        br $__inlined_func$assembly/flags/compare/compareNumbers$55
       end
       local.get $4
       local.get $9
       f64.ne
       br $__inlined_func$assembly/flags/compare/compareNumbers$55
      end
      local.get $4
      local.get $9
      f64.gt
      br $__inlined_func$assembly/flags/compare/compareNumbers$55
     end
     local.get $4
     local.get $9
     f64.ge
     br $__inlined_func$assembly/flags/compare/compareNumbers$55
    end
    local.get $4
    local.get $9
    f64.lt
    br $__inlined_func$assembly/flags/compare/compareNumbers$55
   end
   local.get $4
   local.get $9
   f64.le
  end
 )
 (func $assembly/limits/take/findEntry (param $0 i32) (param $1 i32) (param $2 i32) (param $3 i32) (result i32)
  (local $4 i64)
  (local $5 i32)
  (local $6 i64)
  local.get $1
  i32.load offset=20
  local.get $3
  i32.eq
  if
   local.get $1
   i32.load offset=16
   local.tee $5
   i64.atomic.load
   local.get $1
   i64.load offset=8
   i64.eq
   if
    local.get $5
    return
   end
  end
  block $__inlined_func$assembly/limits/table/find$280
   local.get $3
   i64.extend_i32_u
   local.get $2
   i64.load offset=32
   local.get $1
   i64.load
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
   local.tee $6
   i64.const -4096
   i64.and
   i64.or
   local.tee $4
   i64.const 61
   i64.shr_u
   i32.wrap_i64
   i32.const 4
   i32.shl
   local.get $0
   i32.load offset=8
   local.get $0
   i64.load32_u offset=12
   local.get $6
   i32.wrap_i64
   i64.extend_i32_u
   i64.mul
   i64.const 32
   i64.shr_u
   i32.wrap_i64
   i32.const 7
   i32.shl
   i32.add
   local.tee $0
   i32.add
   local.tee $2
   i64.atomic.load
   local.get $4
   i64.eq
   br_if $__inlined_func$assembly/limits/table/find$280
   local.get $0
   i32.const 128
   i32.add
   local.set $5
   loop $for-loop|0
    local.get $0
    local.get $5
    i32.lt_u
    if
     local.get $4
     local.get $0
     local.tee $2
     i64.atomic.load
     i64.eq
     br_if $__inlined_func$assembly/limits/table/find$280
     local.get $0
     i32.const 16
     i32.add
     local.set $0
     br $for-loop|0
    end
   end
   i32.const 0
   local.set $2
  end
  local.get $1
  local.get $4
  i64.store offset=8
  local.get $1
  local.get $2
  i32.store offset=16
  local.get $1
  local.get $3
  i32.const 0
  local.get $2
  select
  i32.store offset=20
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
   i32.const 1
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
   i32.const 64
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
    i32.const 64
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
 (func $assembly/flags/verify-program/isTableAt (param $0 i32) (param $1 i32) (param $2 i32) (result i32)
  (local $3 i32)
  (local $4 i32)
  (local $5 i32)
  (local $6 i64)
  i32.const 1
  local.get $1
  i32.const 64
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
   i32.const 64
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
  local.get $0
  i32.const 2147483647
  i32.le_u
  i32.and
 )
 (func $assembly/flags/verify-program/isArrayAt (param $0 i32) (param $1 i32) (result i32)
  (local $2 i32)
  (local $3 i64)
  (local $4 i32)
  i32.const 1
  local.get $1
  i32.const 64
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
  i32.const 64
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
 (func $assembly/flags/semver/parseVersionOf (param $0 i64) (param $1 i32) (param $2 i32) (result i32)
  (local $3 i32)
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
  local.get $0
  f64.reinterpret_i64
  local.get $2
  call $assembly/flags/number/formatNumber
  local.tee $3
  if (result i32)
   local.get $2
   local.get $3
   local.get $1
   call $assembly/flags/semver/parseVersion
  else
   i32.const 0
  end
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
  block $__inlined_func$assembly/flags/semver/isPartial$257 (result i32)
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
       br $__inlined_func$assembly/flags/semver/isPartial$257
      end
     end
     local.tee $3
     i32.const 16
     i32.gt_s
     br_if $__inlined_func$assembly/flags/semver/isPartial$257
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
   block $__inlined_func$assembly/flags/semver/parseNumeric$258 (result i32)
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
      br_if $__inlined_func$assembly/flags/semver/parseNumeric$258
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
    br_if $__inlined_func$assembly/flags/semver/parseNumeric$258
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
     block $__inlined_func$assembly/flags/semver/parseNumeric$259 (result i32)
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
        br_if $__inlined_func$assembly/flags/semver/parseNumeric$259
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
      br_if $__inlined_func$assembly/flags/semver/parseNumeric$259
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
  call $assembly/flags/number/trimStart
  local.tee $0
  local.get $6
  call $assembly/flags/number/trimEnd
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
  block $__inlined_func$assembly/flags/semver/parseNumeric$260 (result i32)
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
     br_if $__inlined_func$assembly/flags/semver/parseNumeric$260
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
   br_if $__inlined_func$assembly/flags/semver/parseNumeric$260
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
  block $__inlined_func$assembly/flags/semver/parseNumeric$261 (result i32)
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
     br_if $__inlined_func$assembly/flags/semver/parseNumeric$261
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
   br_if $__inlined_func$assembly/flags/semver/parseNumeric$261
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
  block $__inlined_func$assembly/flags/semver/parseNumeric$262 (result i32)
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
     br_if $__inlined_func$assembly/flags/semver/parseNumeric$262
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
   br_if $__inlined_func$assembly/flags/semver/parseNumeric$262
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
 (func $assembly/flags/number/trimStart (param $0 i32) (param $1 i32) (result i32)
  (local $2 i32)
  loop $while-continue|0
   local.get $0
   local.get $1
   i32.lt_u
   if
    local.get $0
    local.get $1
    call $assembly/flags/number/spaceLength
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
 (func $assembly/flags/number/trimEnd (param $0 i32) (param $1 i32) (result i32)
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
     call $assembly/flags/number/spaceLength
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
       call $assembly/flags/number/spaceLength
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
        call $assembly/flags/number/spaceLength
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
  block $__inlined_func$assembly/flags/text/equalBytes$87 (result i32)
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
     br_if $__inlined_func$assembly/flags/text/equalBytes$87
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
     br_if $__inlined_func$assembly/flags/text/equalBytes$87
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
  block $__inlined_func$assembly/flags/text/equalBytes$98 (result i32)
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
     br_if $__inlined_func$assembly/flags/text/equalBytes$98
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
     br_if $__inlined_func$assembly/flags/text/equalBytes$98
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
 (func $assembly/flags/evaluate/run (param $0 i32) (param $1 i32) (param $2 i32) (result i32)
  (local $3 i32)
  (local $4 i32)
  (local $5 i32)
  (local $6 i32)
  (local $7 i64)
  (local $8 f64)
  (local $9 i32)
  (local $10 i32)
  (local $11 i32)
  (local $12 i32)
  (local $13 i32)
  (local $14 i32)
  (local $15 f64)
  (local $16 i64)
  (local $17 i32)
  (local $18 i32)
  local.get $0
  i32.load offset=52
  local.set $12
  local.get $1
  local.get $1
  i32.load offset=52
  i32.add
  local.set $13
  local.get $0
  i32.load offset=20
  local.tee $5
  i32.const 256
  i32.add
  local.set $6
  local.get $5
  local.get $0
  i32.load offset=24
  i32.add
  local.set $11
  local.get $1
  local.get $1
  i32.load offset=44
  i32.add
  local.get $2
  i32.load offset=12
  i32.const 3
  i32.shl
  i32.add
  local.set $9
  loop $while-continue|0
   local.get $9
   i32.load8_u
   local.set $3
   local.get $9
   i32.load16_u offset=2
   local.set $10
   local.get $9
   i32.load offset=4
   local.set $4
   local.get $0
   i32.const 24672
   i32.add
   local.get $9
   i32.load8_u offset=1
   i32.const 3
   i32.shl
   i32.add
   local.set $14
   local.get $9
   i32.const 8
   i32.add
   local.set $9
   block $break|1
    block $case29|1
     block $case28|1
      block $case27|1
       block $case26|1
        block $case25|1
         block $case24|1
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
                            block $case2|1
                             block $case1|1
                              block $case0|1
                               block $tablify|0
                                local.get $3
                                br_table $case0|1 $case1|1 $case2|1 $case3|1 $case4|1 $case5|1 $case6|1 $case7|1 $case8|1 $case9|1 $case10|1 $case11|1 $case12|1 $case13|1 $case14|1 $case15|1 $case16|1 $case17|1 $case18|1 $case18|1 $case22|1 $case22|1 $case24|1 $case25|1 $case26|1 $case27|1 $case28|1 $case29|1 $case20|1 $case20|1 $tablify|0
                               end
                               unreachable
                              end
                              i32.const 0
                              local.set $6
                              local.get $14
                              i32.const 8
                              i32.sub
                              local.tee $0
                              f64.load
                              local.set $8
                              block $__inlined_func$assembly/flags/variant/resolveVariant
                               local.get $0
                               i64.load
                               local.tee $7
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
                                local.set $9
                                br $__inlined_func$assembly/flags/variant/resolveVariant
                               end
                               local.get $7
                               i64.const 48
                               i64.shr_u
                               i32.wrap_i64
                               i32.const 65529
                               i32.eq
                               if
                                local.get $7
                                i32.wrap_i64
                                local.tee $0
                                i32.const 8
                                i32.add
                                local.set $5
                                local.get $0
                                i32.load
                                local.set $3
                               else
                                local.get $7
                                i64.const -1970324836974592
                                i64.lt_u
                                if
                                 i32.const 33816580
                                 local.set $9
                                 local.get $8
                                 local.get $5
                                 call $assembly/flags/number/formatNumber
                                 local.tee $3
                                 i32.eqz
                                 br_if $__inlined_func$assembly/flags/variant/resolveVariant
                                else
                                 local.get $7
                                 i64.const 48
                                 i64.shr_u
                                 i32.wrap_i64
                                 i32.const 65532
                                 i32.eq
                                 if (result i32)
                                  local.get $5
                                  i32.const 1702195828
                                  i32.const 1936482662
                                  local.get $7
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
                                  i32.const 33816577
                                  local.set $9
                                  br $__inlined_func$assembly/flags/variant/resolveVariant
                                 end
                                 local.set $3
                                end
                               end
                               local.get $2
                               i32.load offset=36
                               local.set $10
                               local.get $1
                               local.tee $4
                               local.get $2
                               i32.load offset=32
                               i32.add
                               local.set $11
                               loop $for-loop|0
                                local.get $6
                                local.get $10
                                i32.lt_u
                                if
                                 local.get $4
                                 local.get $11
                                 local.get $6
                                 i32.const 2
                                 i32.shl
                                 i32.add
                                 i32.load
                                 i32.add
                                 local.tee $0
                                 i32.load
                                 local.get $3
                                 i32.eq
                                 if
                                  local.get $5
                                  local.set $2
                                  local.get $3
                                  local.get $0
                                  i32.const 8
                                  i32.add
                                  local.tee $0
                                  i32.add
                                  local.set $12
                                  local.get $6
                                  i32.const 131072
                                  i32.or
                                  local.set $9
                                  block $__inlined_func$assembly/flags/text/equalBytes$13 (result i32)
                                   loop $for-loop|00
                                    local.get $0
                                    i32.const 8
                                    i32.add
                                    local.tee $1
                                    local.get $12
                                    i32.le_u
                                    if
                                     i32.const 0
                                     local.get $0
                                     i64.load
                                     local.get $2
                                     i64.load
                                     i64.ne
                                     br_if $__inlined_func$assembly/flags/text/equalBytes$13
                                     drop
                                     local.get $1
                                     local.set $0
                                     local.get $2
                                     i32.const 8
                                     i32.add
                                     local.set $2
                                     br $for-loop|00
                                    end
                                   end
                                   loop $for-loop|1
                                    local.get $0
                                    local.get $12
                                    i32.lt_u
                                    if
                                     i32.const 0
                                     local.get $0
                                     i32.load8_u
                                     local.get $2
                                     i32.load8_u
                                     i32.ne
                                     br_if $__inlined_func$assembly/flags/text/equalBytes$13
                                     drop
                                     local.get $0
                                     i32.const 1
                                     i32.add
                                     local.set $0
                                     local.get $2
                                     i32.const 1
                                     i32.add
                                     local.set $2
                                     br $for-loop|1
                                    end
                                   end
                                   i32.const 1
                                  end
                                  br_if $__inlined_func$assembly/flags/variant/resolveVariant
                                 end
                                 local.get $6
                                 i32.const 1
                                 i32.add
                                 local.set $6
                                 br $for-loop|0
                                end
                               end
                               i32.const 33816577
                               local.set $9
                              end
                              local.get $9
                              return
                             end
                             local.get $10
                             i32.const 131072
                             i32.or
                             return
                            end
                            local.get $2
                            i32.load offset=40
                            i32.const 65536
                            i32.or
                            return
                           end
                           local.get $14
                           local.get $13
                           local.get $4
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
                           br $break|1
                          end
                          local.get $14
                          i64.const -844424930131968
                          local.get $12
                          local.get $10
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
                          br $break|1
                         end
                         local.get $9
                         local.get $4
                         i32.const 3
                         i32.shl
                         i32.add
                         local.set $9
                         br $break|1
                        end
                        local.get $14
                        i32.const 8
                        i32.sub
                        local.tee $3
                        f64.load
                        local.set $8
                        local.get $9
                        local.get $9
                        local.get $4
                        i32.const 3
                        i32.shl
                        i32.add
                        block $__inlined_func$assembly/flags/value/isTruthy$1 (result i32)
                         local.get $3
                         i64.load
                         local.tee $7
                         i64.const 48
                         i64.shr_u
                         i32.wrap_i64
                         local.tee $3
                         i32.const 65532
                         i32.eq
                         if
                          local.get $7
                          i64.const 1
                          i64.and
                          i32.wrap_i64
                          br $__inlined_func$assembly/flags/value/isTruthy$1
                         end
                         local.get $8
                         local.get $8
                         f64.eq
                         local.get $8
                         f64.const 0
                         f64.ne
                         i32.and
                         local.get $3
                         i32.const 65529
                         i32.lt_u
                         br_if $__inlined_func$assembly/flags/value/isTruthy$1
                         drop
                         block $folding-inner0
                          block $tablify|00
                           local.get $3
                           i32.const 65529
                           i32.sub
                           br_table $folding-inner0 $folding-inner0 $folding-inner0 $tablify|00
                          end
                          i32.const 0
                          br $__inlined_func$assembly/flags/value/isTruthy$1
                         end
                         local.get $7
                         i32.wrap_i64
                         i32.load
                        end
                        select
                        local.set $9
                        br $break|1
                       end
                       local.get $14
                       i32.const 8
                       i32.sub
                       local.tee $3
                       f64.load
                       local.set $8
                       local.get $9
                       local.get $9
                       local.get $4
                       i32.const 3
                       i32.shl
                       i32.add
                       block $__inlined_func$assembly/flags/value/isTruthy$2 (result i32)
                        local.get $3
                        i64.load
                        local.tee $7
                        i64.const 48
                        i64.shr_u
                        i32.wrap_i64
                        local.tee $3
                        i32.const 65532
                        i32.eq
                        if
                         local.get $7
                         i64.const 1
                         i64.and
                         i32.wrap_i64
                         br $__inlined_func$assembly/flags/value/isTruthy$2
                        end
                        local.get $8
                        local.get $8
                        f64.eq
                        local.get $8
                        f64.const 0
                        f64.ne
                        i32.and
                        local.get $3
                        i32.const 65529
                        i32.lt_u
                        br_if $__inlined_func$assembly/flags/value/isTruthy$2
                        drop
                        block $folding-inner01
                         block $tablify|02
                          local.get $3
                          i32.const 65529
                          i32.sub
                          br_table $folding-inner01 $folding-inner01 $folding-inner01 $tablify|02
                         end
                         i32.const 0
                         br $__inlined_func$assembly/flags/value/isTruthy$2
                        end
                        local.get $7
                        i32.wrap_i64
                        i32.load
                       end
                       select
                       local.set $9
                       br $break|1
                      end
                      local.get $14
                      i32.const 8
                      i32.sub
                      local.tee $3
                      f64.load
                      local.set $8
                      local.get $9
                      local.get $4
                      i32.const 3
                      i32.shl
                      i32.add
                      local.get $9
                      block $__inlined_func$assembly/flags/value/isTruthy$3 (result i32)
                       local.get $3
                       i64.load
                       local.tee $7
                       i64.const 48
                       i64.shr_u
                       i32.wrap_i64
                       local.tee $3
                       i32.const 65532
                       i32.eq
                       if
                        local.get $7
                        i64.const 1
                        i64.and
                        i32.wrap_i64
                        br $__inlined_func$assembly/flags/value/isTruthy$3
                       end
                       local.get $8
                       local.get $8
                       f64.eq
                       local.get $8
                       f64.const 0
                       f64.ne
                       i32.and
                       local.get $3
                       i32.const 65529
                       i32.lt_u
                       br_if $__inlined_func$assembly/flags/value/isTruthy$3
                       drop
                       block $folding-inner03
                        block $tablify|04
                         local.get $3
                         i32.const 65529
                         i32.sub
                         br_table $folding-inner03 $folding-inner03 $folding-inner03 $tablify|04
                        end
                        i32.const 0
                        br $__inlined_func$assembly/flags/value/isTruthy$3
                       end
                       local.get $7
                       i32.wrap_i64
                       i32.load
                      end
                      select
                      local.set $9
                      br $break|1
                     end
                     local.get $9
                     local.get $4
                     i32.const 3
                     i32.shl
                     i32.add
                     local.get $9
                     local.get $14
                     i32.const 8
                     i32.sub
                     i64.load
                     i64.const 48
                     i64.shr_u
                     i32.wrap_i64
                     i32.const 65533
                     i32.lt_u
                     select
                     local.set $9
                     br $break|1
                    end
                    local.get $14
                    i32.const 8
                    i32.sub
                    local.tee $3
                    f64.load
                    local.set $8
                    local.get $3
                    block $__inlined_func$assembly/flags/value/isTruthy$4 (result i32)
                     local.get $3
                     i64.load
                     local.tee $7
                     i64.const 48
                     i64.shr_u
                     i32.wrap_i64
                     local.tee $3
                     i32.const 65532
                     i32.eq
                     if
                      local.get $7
                      i64.const 1
                      i64.and
                      i32.wrap_i64
                      br $__inlined_func$assembly/flags/value/isTruthy$4
                     end
                     local.get $8
                     local.get $8
                     f64.eq
                     local.get $8
                     f64.const 0
                     f64.ne
                     i32.and
                     local.get $3
                     i32.const 65529
                     i32.lt_u
                     br_if $__inlined_func$assembly/flags/value/isTruthy$4
                     drop
                     block $folding-inner05
                      block $tablify|06
                       local.get $3
                       i32.const 65529
                       i32.sub
                       br_table $folding-inner05 $folding-inner05 $folding-inner05 $tablify|06
                      end
                      i32.const 0
                      br $__inlined_func$assembly/flags/value/isTruthy$4
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
                    i64.store
                    br $break|1
                   end
                   local.get $14
                   i32.const 8
                   i32.sub
                   local.tee $3
                   f64.load
                   local.set $8
                   local.get $3
                   block $__inlined_func$assembly/flags/value/isTruthy$5 (result i32)
                    local.get $3
                    i64.load
                    local.tee $7
                    i64.const 48
                    i64.shr_u
                    i32.wrap_i64
                    local.tee $3
                    i32.const 65532
                    i32.eq
                    if
                     local.get $7
                     i64.const 1
                     i64.and
                     i32.wrap_i64
                     br $__inlined_func$assembly/flags/value/isTruthy$5
                    end
                    local.get $8
                    local.get $8
                    f64.eq
                    local.get $8
                    f64.const 0
                    f64.ne
                    i32.and
                    local.get $3
                    i32.const 65529
                    i32.lt_u
                    br_if $__inlined_func$assembly/flags/value/isTruthy$5
                    drop
                    block $folding-inner07
                     block $tablify|08
                      local.get $3
                      i32.const 65529
                      i32.sub
                      br_table $folding-inner07 $folding-inner07 $folding-inner07 $tablify|08
                     end
                     i32.const 0
                     br $__inlined_func$assembly/flags/value/isTruthy$5
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
                   i64.store
                   br $break|1
                  end
                  local.get $10
                  local.get $14
                  i32.const 16
                  i32.sub
                  i64.load
                  local.get $14
                  i32.const 8
                  i32.sub
                  i64.load
                  call $assembly/flags/compare/compare
                  local.tee $3
                  i32.const 2
                  i32.eq
                  if
                   i32.const 33816578
                   return
                  end
                  local.get $14
                  i32.const 16
                  i32.sub
                  local.get $3
                  i64.extend_i32_s
                  i64.const -1125899906842624
                  i64.or
                  i64.store
                  br $break|1
                 end
                 local.get $10
                 local.get $14
                 i32.const 16
                 i32.sub
                 i64.load
                 local.get $14
                 i32.const 8
                 i32.sub
                 i64.load
                 local.tee $7
                 call $assembly/flags/compare/compare
                 local.tee $3
                 i32.const 2
                 i32.eq
                 if
                  i32.const 33816578
                  return
                 end
                 local.get $9
                 local.get $9
                 local.get $4
                 i32.const 3
                 i32.shl
                 i32.add
                 local.get $3
                 select
                 local.set $9
                 local.get $14
                 i32.const 16
                 i32.sub
                 local.get $7
                 i64.const -1125899906842624
                 local.get $3
                 select
                 i64.store
                 br $break|1
                end
                local.get $14
                i32.const 16
                i32.sub
                local.tee $3
                f64.load
                local.set $15
                local.get $3
                i64.load
                local.set $7
                local.get $14
                i32.const 8
                i32.sub
                local.tee $3
                f64.load
                local.set $8
                block $__inlined_func$assembly/flags/membership/contains$272
                 local.get $3
                 i64.load
                 local.tee $16
                 i64.const 48
                 i64.shr_u
                 i32.wrap_i64
                 local.tee $4
                 i32.const 65530
                 i32.eq
                 if
                  local.get $7
                  local.get $16
                  i32.wrap_i64
                  i32.const 0
                  call $assembly/flags/membership/isInArray
                  local.set $3
                  br $__inlined_func$assembly/flags/membership/contains$272
                 end
                 i32.const 0
                 local.set $3
                 local.get $4
                 i32.const 65531
                 i32.ne
                 if (result i32)
                  block $__inlined_func$assembly/flags/value/isTruthy$6 (result i32)
                   local.get $16
                   i64.const 1
                   i64.and
                   i32.wrap_i64
                   local.get $16
                   i64.const 48
                   i64.shr_u
                   i32.wrap_i64
                   local.tee $10
                   i32.const 65532
                   i32.eq
                   br_if $__inlined_func$assembly/flags/value/isTruthy$6
                   drop
                   local.get $8
                   local.get $8
                   f64.eq
                   local.get $8
                   f64.const 0
                   f64.ne
                   i32.and
                   local.get $10
                   i32.const 65529
                   i32.lt_u
                   br_if $__inlined_func$assembly/flags/value/isTruthy$6
                   drop
                   block $folding-inner09
                    block $tablify|010
                     local.get $10
                     i32.const 65529
                     i32.sub
                     br_table $folding-inner09 $folding-inner09 $folding-inner09 $tablify|010
                    end
                    i32.const 0
                    br $__inlined_func$assembly/flags/value/isTruthy$6
                   end
                   local.get $16
                   i32.wrap_i64
                   i32.load
                   i32.const 0
                   i32.ne
                  end
                 else
                  i32.const 1
                 end
                 i32.eqz
                 br_if $__inlined_func$assembly/flags/membership/contains$272
                 i32.const 2
                 local.set $3
                 local.get $4
                 i32.const 65529
                 i32.ne
                 br_if $__inlined_func$assembly/flags/membership/contains$272
                 local.get $16
                 i32.wrap_i64
                 local.tee $3
                 i32.const 8
                 i32.add
                 local.set $4
                 local.get $3
                 i32.load
                 local.set $3
                 block $__inlined_func$assembly/flags/membership/isInString$302 (result i32)
                  local.get $7
                  i64.const 48
                  i64.shr_u
                  i32.wrap_i64
                  i32.const 65529
                  i32.eq
                  if
                   local.get $4
                   local.get $3
                   local.get $7
                   i32.wrap_i64
                   local.tee $3
                   i32.const 8
                   i32.add
                   local.get $3
                   i32.load
                   call $assembly/flags/text/containsText
                   br $__inlined_func$assembly/flags/membership/isInString$302
                  end
                  local.get $7
                  i64.const -1970324836974592
                  i64.lt_u
                  if
                   local.get $15
                   local.get $5
                   call $assembly/flags/number/formatNumber
                   local.tee $10
                   if (result i32)
                    local.get $4
                    local.get $3
                    local.get $5
                    local.get $10
                    call $assembly/flags/text/containsText
                   else
                    i32.const 2
                   end
                   br $__inlined_func$assembly/flags/membership/isInString$302
                  end
                  i32.const 2
                  local.get $7
                  i64.const 48
                  i64.shr_u
                  i32.wrap_i64
                  local.tee $10
                  i32.const 65531
                  i32.eq
                  local.get $10
                  i32.const 65530
                  i32.eq
                  i32.or
                  br_if $__inlined_func$assembly/flags/membership/isInString$302
                  drop
                  local.get $5
                  local.get $10
                  i32.const 65532
                  i32.eq
                  if (result i32)
                   i32.const 1702195828
                   i32.const 1936482662
                   local.get $7
                   i64.const 1
                   i64.and
                   i32.wrap_i64
                   select
                  else
                   i32.const 1819047278
                  end
                  local.tee $10
                  i32.store
                  local.get $5
                  i32.const 101
                  i32.store8 offset=4
                  local.get $4
                  local.get $3
                  local.get $5
                  i32.const 5
                  i32.const 4
                  local.get $10
                  i32.const 1936482662
                  i32.eq
                  select
                  call $assembly/flags/text/containsText
                 end
                 local.set $3
                end
                local.get $3
                i32.const 2
                i32.eq
                if
                 i32.const 33816578
                 return
                end
                local.get $14
                i32.const 16
                i32.sub
                local.get $3
                i64.extend_i32_s
                i64.const -1125899906842624
                i64.or
                i64.store
                br $break|1
               end
               local.get $14
               i32.const 16
               i32.sub
               local.tee $3
               local.get $3
               i64.load
               local.get $14
               i32.const 8
               i32.sub
               i64.load
               call $assembly/flags/membership/startsWith
               i64.store
               br $break|1
              end
              local.get $14
              i32.const 16
              i32.sub
              local.tee $3
              local.get $3
              i64.load
              local.get $14
              i32.const 8
              i32.sub
              i64.load
              call $assembly/flags/membership/endsWith
              i64.store
              br $break|1
             end
             local.get $14
             i32.const 8
             i32.sub
             i64.load
             local.set $7
             block $__inlined_func$assembly/flags/semver/semVer$7 (result i64)
              i64.const -844424930131968
              local.get $14
              i32.const 16
              i32.sub
              local.tee $4
              i64.load
              local.get $5
              local.get $5
              i32.const 32
              i32.add
              local.tee $14
              i32.const 32
              i32.add
              local.tee $3
              call $assembly/flags/semver/parseVersionOf
              i32.eqz
              br_if $__inlined_func$assembly/flags/semver/semVer$7
              drop
              i64.const -844424930131968
              local.get $7
              local.get $14
              local.get $3
              i32.const 32
              i32.add
              call $assembly/flags/semver/parseVersionOf
              i32.eqz
              br_if $__inlined_func$assembly/flags/semver/semVer$7
              drop
              block $__inlined_func$assembly/flags/semver/matchVersions$266 (result i32)
               local.get $5
               i64.load
               local.tee $7
               local.get $14
               i64.load
               local.tee $16
               i64.gt_u
               local.get $7
               local.get $16
               i64.lt_u
               i32.sub
               local.tee $3
               i32.eqz
               local.get $10
               i32.const 6
               i32.eq
               br_if $__inlined_func$assembly/flags/semver/matchVersions$266
               drop
               local.get $5
               i32.const 8
               i32.add
               i64.load
               local.tee $7
               local.get $14
               i32.const 8
               i32.add
               i64.load
               local.tee $16
               i64.gt_u
               local.get $7
               local.get $16
               i64.lt_u
               i32.sub
               local.tee $17
               local.get $3
               i32.or
               i32.eqz
               local.get $10
               i32.const 7
               i32.eq
               br_if $__inlined_func$assembly/flags/semver/matchVersions$266
               drop
               local.get $3
               local.get $17
               local.get $3
               select
               local.tee $3
               i32.eqz
               if
                local.get $5
                i32.const 16
                i32.add
                i64.load
                local.tee $7
                local.get $14
                i32.const 16
                i32.add
                i64.load
                local.tee $16
                i64.gt_u
                local.get $7
                local.get $16
                i64.lt_u
                i32.sub
                local.set $3
               end
               local.get $3
               i32.eqz
               if
                local.get $5
                local.get $14
                call $assembly/flags/semver/comparePreRelease
                local.set $3
               end
               block $break|0
                block $case5|0
                 block $case4|0
                  block $case3|0
                   block $case2|0
                    block $case1|0
                     block $case0|0
                      local.get $10
                      br_table $case0|0 $case1|0 $case2|0 $case3|0 $case4|0 $case5|0 $break|0
                     end
                     local.get $3
                     i32.eqz
                     br $__inlined_func$assembly/flags/semver/matchVersions$266
                    end
                    local.get $3
                    i32.const 0
                    i32.ne
                    br $__inlined_func$assembly/flags/semver/matchVersions$266
                   end
                   local.get $3
                   i32.const 0
                   i32.lt_s
                   br $__inlined_func$assembly/flags/semver/matchVersions$266
                  end
                  local.get $3
                  i32.const 0
                  i32.le_s
                  br $__inlined_func$assembly/flags/semver/matchVersions$266
                 end
                 local.get $3
                 i32.const 0
                 i32.gt_s
                 br $__inlined_func$assembly/flags/semver/matchVersions$266
                end
                local.get $3
                i32.const 0
                i32.ge_s
                br $__inlined_func$assembly/flags/semver/matchVersions$266
               end
               i32.const 0
              end
              i64.extend_i32_u
              i64.const -1125899906842624
              i64.or
             end
             local.set $7
             local.get $4
             local.get $7
             i64.store
             br $break|1
            end
            local.get $1
            local.get $4
            i32.add
            local.set $10
            local.get $3
            i32.const 18
            i32.eq
            local.set $3
            local.get $14
            i32.const 8
            i32.sub
            local.tee $14
            i64.load
            local.tee $7
            i64.const 48
            i64.shr_u
            i32.wrap_i64
            i32.const 65529
            i32.eq
            if (result i32)
             local.get $3
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
             local.get $10
             i64.load32_u offset=4
             local.get $10
             i32.const 0
             local.get $3
             select
             local.get $7
             call $assembly/flags/fractional/hashUnit
             i64.extend_i32_u
             i64.mul
             i64.const 32
             i64.shr_u
             i32.wrap_i64
             local.set $3
             local.get $10
             i32.const 24
             i32.add
             local.tee $4
             local.get $10
             i32.load
             i32.const 1
             i32.sub
             i32.const 3
             i32.shl
             i32.add
             local.set $10
             loop $while-continue|01
              local.get $4
              local.get $10
              i32.lt_u
              if (result i32)
               local.get $4
               i32.load
               local.get $3
               i32.le_u
              else
               i32.const 0
              end
              if
               local.get $4
               i32.const 8
               i32.add
               local.set $4
               br $while-continue|01
              end
             end
             local.get $13
             local.get $4
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
            local.get $14
            local.get $7
            i64.store
            br $break|1
           end
           local.get $3
           i32.const 28
           i32.eq
           local.set $0
           local.get $14
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
           if
            local.get $2
            i32.load offset=40
            i32.const 65536
            i32.or
            return
           end
           local.get $1
           local.get $4
           i32.add
           local.tee $1
           i64.load32_u offset=4
           local.get $1
           i32.const 0
           local.get $0
           select
           local.get $7
           call $assembly/flags/fractional/hashUnit
           i64.extend_i32_u
           i64.mul
           i64.const 32
           i64.shr_u
           i32.wrap_i64
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
           loop $while-continue|05
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
             br $while-continue|05
            end
           end
           local.get $0
           i32.load offset=4
           i32.const 131072
           i32.or
           return
          end
          local.get $3
          i32.const 20
          i32.eq
          local.set $3
          local.get $14
          local.get $10
          i32.const 4
          i32.shl
          i32.sub
          i32.const 8
          i32.sub
          local.tee $14
          i64.load
          local.tee $7
          i64.const 48
          i64.shr_u
          i32.wrap_i64
          i32.const 65529
          i32.eq
          if (result i32)
           local.get $3
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
           local.get $1
           local.get $4
           i32.add
           i32.const 0
           local.get $3
           select
           local.get $7
           call $assembly/flags/fractional/hashUnit
           local.set $17
           i64.const 0
           local.set $7
           local.get $14
           i32.const 8
           i32.add
           local.tee $4
           local.get $10
           i32.const 4
           i32.shl
           i32.add
           local.set $18
           local.get $4
           local.set $3
           block $__inlined_func$assembly/flags/fractional/pickComputed$8 (result i64)
            loop $for-loop|011
             local.get $3
             local.get $18
             i32.lt_u
             if
              local.get $3
              f64.load offset=8
              local.set $8
              i64.const -844424930131968
              local.get $3
              i64.load
              i64.const 48
              i64.shr_u
              i32.wrap_i64
              local.tee $10
              i32.const 65530
              i32.eq
              block $__inlined_func$assembly/flags/fractional/weightOf$268 (result i64)
               i64.const -1
               local.get $3
               i64.load offset=8
               i64.const -1970324836974592
               i64.ge_u
               br_if $__inlined_func$assembly/flags/fractional/weightOf$268
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
               br_if $__inlined_func$assembly/flags/fractional/weightOf$268
               drop
               i64.const 0
               local.get $8
               f64.const 0
               f64.le
               br_if $__inlined_func$assembly/flags/fractional/weightOf$268
               drop
               i64.const 2147483648
               local.get $8
               i64.trunc_sat_f64_s
               local.get $8
               f64.const 2147483647
               f64.gt
               select
              end
              local.tee $16
              i64.const 0
              i64.lt_s
              i32.or
              local.get $10
              i32.const 65531
              i32.eq
              i32.or
              br_if $__inlined_func$assembly/flags/fractional/pickComputed$8
              drop
              local.get $7
              local.get $16
              i64.add
              local.set $7
              local.get $3
              i32.const 16
              i32.add
              local.set $3
              br $for-loop|011
             end
            end
            i64.const -844424930131968
            local.get $7
            i64.const 2147483647
            i64.gt_s
            br_if $__inlined_func$assembly/flags/fractional/pickComputed$8
            drop
            local.get $17
            i64.extend_i32_u
            local.get $7
            i32.wrap_i64
            i64.extend_i32_u
            i64.mul
            i64.const 32
            i64.shr_u
            local.set $16
            i64.const 0
            local.set $7
            loop $for-loop|112
             local.get $4
             local.get $18
             i32.lt_u
             if
              local.get $4
              f64.load offset=8
              local.set $8
              local.get $16
              block $__inlined_func$assembly/flags/fractional/weightOf$269 (result i64)
               i64.const -1
               local.get $4
               i64.load offset=8
               i64.const -1970324836974592
               i64.ge_u
               br_if $__inlined_func$assembly/flags/fractional/weightOf$269
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
               br_if $__inlined_func$assembly/flags/fractional/weightOf$269
               drop
               i64.const 0
               local.get $8
               f64.const 0
               f64.le
               br_if $__inlined_func$assembly/flags/fractional/weightOf$269
               drop
               i64.const 2147483648
               local.get $8
               i64.trunc_sat_f64_s
               local.get $8
               f64.const 2147483647
               f64.gt
               select
              end
              local.get $7
              i64.add
              local.tee $7
              i64.lt_s
              if
               local.get $4
               i64.load
               br $__inlined_func$assembly/flags/fractional/pickComputed$8
              end
              local.get $4
              i32.const 16
              i32.add
              local.set $4
              br $for-loop|112
             end
            end
            i64.const -844424930131968
           end
          else
           i64.const -844424930131968
          end
          local.set $7
          local.get $14
          local.get $7
          i64.store
          br $break|1
         end
         local.get $14
         local.get $10
         i32.const 3
         i32.shl
         local.tee $3
         i32.sub
         local.set $4
         local.get $11
         local.get $6
         i32.const 8
         i32.add
         local.get $3
         i32.add
         local.tee $3
         i32.lt_u
         if
          i32.const 33816579
          return
         end
         local.get $6
         local.get $10
         i32.store
         local.get $6
         i32.const 8
         i32.add
         local.get $4
         local.get $10
         i32.const 3
         i32.shl
         memory.copy
         local.get $4
         local.get $6
         i64.extend_i32_u
         i64.const -1688849860263936
         i64.or
         i64.store
         local.get $3
         local.set $6
         br $break|1
        end
        local.get $1
        local.get $4
        i32.add
        local.set $3
        i32.const 0
        local.set $4
        local.get $12
        local.get $10
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
        if
         local.get $7
         i32.wrap_i64
         local.tee $4
         i32.load
         local.tee $17
         local.get $3
         i32.load
         i32.eq
         if (result i32)
          local.get $3
          i32.const 8
          i32.add
          local.set $10
          local.get $17
          local.get $4
          i32.const 8
          i32.add
          local.tee $3
          i32.add
          local.set $17
          block $__inlined_func$assembly/flags/text/equalBytes$24 (result i32)
           loop $for-loop|01
            local.get $3
            i32.const 8
            i32.add
            local.tee $4
            local.get $17
            i32.le_u
            if
             i32.const 0
             local.get $3
             i64.load
             local.get $10
             i64.load
             i64.ne
             br_if $__inlined_func$assembly/flags/text/equalBytes$24
             drop
             local.get $4
             local.set $3
             local.get $10
             i32.const 8
             i32.add
             local.set $10
             br $for-loop|01
            end
           end
           loop $for-loop|12
            local.get $3
            local.get $17
            i32.lt_u
            if
             i32.const 0
             local.get $3
             i32.load8_u
             local.get $10
             i32.load8_u
             i32.ne
             br_if $__inlined_func$assembly/flags/text/equalBytes$24
             drop
             local.get $3
             i32.const 1
             i32.add
             local.set $3
             local.get $10
             i32.const 1
             i32.add
             local.set $10
             br $for-loop|12
            end
           end
           i32.const 1
          end
         else
          i32.const 0
         end
         local.set $4
        else
         local.get $7
         i64.const 48
         i64.shr_u
         i32.wrap_i64
         i32.const 65533
         i32.lt_u
         if
          i32.const 0
          local.get $7
          local.get $3
          i64.extend_i32_u
          i64.const -1970324836974592
          i64.or
          call $assembly/flags/compare/compare
          local.tee $4
          i32.const 2
          i32.eq
          if
           i32.const 33816578
           return
          end
         end
        end
        local.get $14
        local.get $4
        i64.extend_i32_s
        i64.const -1125899906842624
        i64.or
        i64.store
        br $break|1
       end
       local.get $14
       i64.const -844424930131968
       local.get $12
       local.get $10
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
       local.get $4
       i32.add
       local.get $1
       call $assembly/flags/membership/isInArray
       i32.const 0
       i32.ne
       i64.extend_i32_u
       i64.const -1125899906842624
       i64.or
       i64.store
       br $break|1
      end
      local.get $14
      local.get $12
      local.get $10
      i32.const 7
      i32.shl
      i32.add
      i64.load
      local.get $1
      local.get $4
      i32.add
      i64.extend_i32_u
      i64.const -1970324836974592
      i64.or
      call $assembly/flags/membership/startsWith
      i64.store
      br $break|1
     end
     local.get $14
     local.get $12
     local.get $10
     i32.const 7
     i32.shl
     i32.add
     i64.load
     local.get $1
     local.get $4
     i32.add
     i64.extend_i32_u
     i64.const -1970324836974592
     i64.or
     call $assembly/flags/membership/endsWith
     i64.store
     br $break|1
    end
    local.get $14
    i32.const 8
    i32.sub
    local.tee $3
    local.get $3
    i64.load
    local.get $1
    local.get $4
    i32.add
    local.get $1
    call $assembly/flags/membership/isInArray
    i32.const 0
    i32.ne
    i64.extend_i32_u
    i64.const -1125899906842624
    i64.or
    i64.store
   end
   br $while-continue|0
  end
  unreachable
 )
 (func $assembly/limits/take/take (param $0 i32) (param $1 i32) (param $2 i32) (param $3 i32) (param $4 f64) (result i32)
  (local $5 i64)
  (local $6 i32)
  (local $7 i64)
  (local $8 i64)
  (local $9 i32)
  (local $10 i32)
  (local $11 i32)
  (local $12 i64)
  (local $13 i64)
  (local $14 i32)
  (local $15 i64)
  local.get $0
  i32.load offset=56
  local.get $1
  i32.const 40
  i32.mul
  i32.add
  local.set $6
  local.get $4
  f64.const 0
  f64.gt
  if (result i64)
   local.get $6
   i64.load
   f64.const 315576e6
   local.get $4
   local.get $4
   f64.const 315576e6
   f64.gt
   select
   f64.const 1e3
   f64.const 1
   local.get $6
   i32.load offset=24
   local.tee $9
   i32.const 1
   i32.eq
   select
   f64.const 1e6
   local.get $9
   select
   f64.mul
   i64.trunc_sat_f64_s
   i64.mul
  else
   i64.const 0
  end
  local.set $5
  local.get $0
  i32.const 96
  i32.add
  local.get $2
  i32.const 24
  i32.mul
  i32.add
  local.tee $9
  i32.load offset=20
  local.tee $2
  i32.const 1073741824
  i32.ge_u
  if
   local.get $0
   local.get $9
   local.get $2
   i32.const 1073741824
   i32.sub
   call $assembly/limits/key/hashKeyBytes
  end
  local.get $6
  i64.load offset=16
  local.set $8
  local.get $3
  local.get $6
  i32.load offset=28
  i32.gt_u
  local.tee $10
  if (result i64)
   i64.const 0
  else
   local.get $6
   i64.load offset=8
   local.get $3
   i64.extend_i32_u
   i64.mul
  end
  local.set $7
  loop $while-continue|0
   local.get $0
   local.get $9
   local.get $6
   local.get $1
   call $assembly/limits/take/findEntry
   local.set $11
   local.get $9
   i64.load offset=8
   local.set $12
   local.get $11
   i32.eqz
   if
    local.get $7
    i64.const 0
    i64.ne
    if
     local.get $0
     i32.load offset=8
     local.tee $3
     local.get $0
     i64.load32_u offset=12
     local.get $6
     i64.load offset=32
     local.get $9
     i64.load
     i64.xor
     local.tee $13
     local.get $13
     i64.const 33
     i64.shr_u
     i64.xor
     i64.const -49064778989728563
     i64.mul
     local.tee $13
     local.get $13
     i64.const 33
     i64.shr_u
     i64.xor
     i64.const -4265267296055464877
     i64.mul
     local.tee $13
     local.get $13
     i64.const 33
     i64.shr_u
     i64.xor
     i32.wrap_i64
     i64.extend_i32_u
     i64.mul
     i64.const 32
     i64.shr_u
     i32.wrap_i64
     i32.const 7
     i32.shl
     i32.add
     local.tee $2
     local.get $3
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
     i32.const 0
     local.set $3
     loop $for-loop|0
      local.get $3
      i32.const 100000000
      i32.lt_s
      if
       local.get $11
       i32.const 0
       i32.const 1
       i32.atomic.rmw.cmpxchg
       if
        local.get $3
        i32.const 1
        i32.add
        local.set $3
        br $for-loop|0
       end
      end
     end
     block $__inlined_func$assembly/limits/table/find$296
      local.get $12
      local.get $2
      local.get $12
      i64.const 61
      i64.shr_u
      i32.wrap_i64
      i32.const 4
      i32.shl
      i32.add
      local.tee $3
      i64.atomic.load
      i64.eq
      br_if $__inlined_func$assembly/limits/table/find$296
      local.get $2
      i32.const 128
      i32.add
      local.set $11
      local.get $2
      local.set $3
      loop $for-loop|00
       local.get $3
       local.get $11
       i32.lt_u
       if
        local.get $12
        local.get $3
        i64.atomic.load
        i64.eq
        br_if $__inlined_func$assembly/limits/table/find$296
        local.get $3
        i32.const 16
        i32.add
        local.set $3
        br $for-loop|00
       end
      end
      i32.const 0
      local.set $3
     end
     local.get $3
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
      i32.const 0
      i32.atomic.store
      local.get $0
      local.get $0
      i32.load offset=28
      i32.const 1
      i32.add
      i32.store offset=28
      br $while-continue|0
     end
     local.get $0
     local.get $2
     local.get $12
     local.get $5
     local.get $7
     i64.add
     local.get $4
     call $assembly/limits/table/insert
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
     i32.const 0
     i32.atomic.store
    end
    local.get $0
    local.get $5
    local.get $7
    i64.add
    i64.store offset=64
    local.get $0
    local.get $5
    i64.store offset=72
    local.get $0
    i64.const 0
    i64.store offset=80
    local.get $0
    local.get $6
    i32.store offset=88
    i32.const 2
    i32.const 1
    local.get $10
    select
    return
   end
   local.get $11
   i32.const 8
   i32.add
   i64.atomic.load
   local.tee $13
   i64.const 0
   i64.lt_s
   if (result i32)
    i32.const 1
   else
    local.get $12
    local.get $11
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
    i64.load offset=32
    local.get $9
    i64.load
    i64.xor
    local.tee $12
    local.get $12
    i64.const 33
    i64.shr_u
    i64.xor
    i64.const -49064778989728563
    i64.mul
    local.tee $12
    local.get $12
    i64.const 33
    i64.shr_u
    i64.xor
    i64.const -4265267296055464877
    i64.mul
    local.tee $12
    local.get $12
    i64.const 33
    i64.shr_u
    i64.xor
    i32.wrap_i64
    i64.extend_i32_u
    i64.mul
    i64.const 32
    i64.shr_u
    i32.wrap_i64
    i32.const 7
    i32.shl
    i32.add
    local.set $2
    i32.const 0
    local.set $3
    local.get $11
    i32.const 8
    i32.add
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
     local.set $14
     loop $for-loop|01
      local.get $3
      i32.const 100000000
      i32.lt_s
      if
       local.get $14
       i32.const 0
       i32.const 1
       i32.atomic.rmw.cmpxchg
       if
        local.get $3
        i32.const 1
        i32.add
        local.set $3
        br $for-loop|01
       end
      end
     end
     local.get $11
     i32.const 8
     i32.add
     local.tee $3
     i64.atomic.load
     i64.const 0
     i64.lt_s
     if
      local.get $11
      i64.const 0
      i64.atomic.store
      local.get $3
      i64.const 0
      i64.atomic.store
     end
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
     i32.const 0
     i32.atomic.store
    end
    br $while-continue|0
   end
   local.get $7
   i64.eqz
   local.tee $2
   local.get $10
   i32.or
   local.get $13
   i64.const 3
   i64.shr_s
   local.tee $12
   local.get $5
   local.get $5
   local.get $12
   i64.lt_s
   select
   local.tee $12
   local.get $7
   i64.add
   local.get $5
   i64.sub
   local.get $8
   i64.sub
   local.tee $15
   i64.const 0
   i64.gt_s
   i32.or
   if
    local.get $0
    local.get $12
    i64.store offset=64
    local.get $0
    local.get $5
    i64.store offset=72
    local.get $0
    local.get $15
    i64.store offset=80
    local.get $0
    local.get $6
    i32.store offset=88
    i32.const 2
    local.get $2
    local.get $10
    select
    return
   end
   local.get $13
   i64.const 7
   i64.and
   local.get $7
   local.get $12
   i64.add
   i64.const 3
   i64.shl
   i64.or
   local.set $15
   block $__inlined_func$assembly/limits/take/swap$300 (result i32)
    local.get $0
    i32.load offset=60
    i32.eqz
    if
     local.get $13
     local.get $11
     i32.const 8
     i32.add
     local.get $13
     local.get $15
     i64.atomic.rmw.cmpxchg
     i64.eq
     br $__inlined_func$assembly/limits/take/swap$300
    end
    local.get $11
    local.get $15
    i64.store offset=8
    i32.const 1
   end
   if
    local.get $0
    local.get $7
    local.get $12
    i64.add
    i64.store offset=64
    local.get $0
    local.get $5
    i64.store offset=72
    local.get $0
    i64.const 0
    i64.store offset=80
    local.get $0
    local.get $6
    i32.store offset=88
   else
    local.get $0
    local.get $0
    i32.load offset=28
    i32.const 1
    i32.add
    i32.store offset=28
    br $while-continue|0
   end
  end
  i32.const 1
 )
 (func $assembly/limits/take/retryMs (param $0 i32) (result f64)
  (local $1 i64)
  (local $2 i64)
  local.get $0
  i64.load offset=80
  local.tee $1
  i64.const 0
  local.get $1
  i64.const 0
  i64.gt_s
  select
  local.set $2
  local.get $0
  i32.load offset=88
  local.tee $0
  i64.load
  local.tee $1
  i64.eqz
  if (result f64)
   f64.const 0
  else
   local.get $1
   local.get $2
   i64.add
   i64.const 1
   i64.sub
   local.get $1
   i64.div_s
   f64.convert_i64_s
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
   f64.div
  end
 )
 (func $assembly/limits/take/resetMs (param $0 i32) (result f64)
  (local $1 i64)
  (local $2 i64)
  local.get $0
  i64.load offset=64
  local.get $0
  i64.load offset=72
  i64.sub
  local.set $2
  local.get $0
  i32.load offset=88
  local.tee $0
  i64.load
  local.tee $1
  i64.eqz
  if (result f64)
   f64.const 0
  else
   local.get $1
   local.get $2
   i64.add
   i64.const 1
   i64.sub
   local.get $1
   i64.div_s
   f64.convert_i64_s
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
   f64.div
  end
 )
 (func $assembly/limits/take/remaining (param $0 i32) (result i32)
  (local $1 i64)
  (local $2 i64)
  local.get $0
  i64.load offset=64
  local.get $0
  i64.load offset=72
  i64.sub
  local.set $2
  local.get $0
  i32.load offset=88
  local.tee $0
  i64.load offset=8
  local.tee $1
  i64.eqz
  if
   i32.const 0
   return
  end
  local.get $0
  i64.load offset=16
  local.get $2
  i64.sub
  local.tee $2
  i64.const 0
  local.get $2
  i64.const 0
  i64.gt_s
  select
  local.get $1
  i64.div_s
  i32.wrap_i64
 )
 (func $assembly/limits/take/peek (param $0 i32) (param $1 i32) (param $2 i32) (param $3 i32) (param $4 f64) (result i32)
  (local $5 i64)
  (local $6 i32)
  (local $7 i32)
  (local $8 i32)
  (local $9 i32)
  (local $10 i32)
  (local $11 i64)
  (local $12 i64)
  local.get $0
  i32.load offset=56
  local.get $1
  i32.const 40
  i32.mul
  i32.add
  local.set $6
  local.get $4
  f64.const 0
  f64.gt
  if (result i64)
   local.get $6
   i64.load
   f64.const 315576e6
   local.get $4
   local.get $4
   f64.const 315576e6
   f64.gt
   select
   f64.const 1e3
   f64.const 1
   local.get $6
   i32.load offset=24
   local.tee $7
   i32.const 1
   i32.eq
   select
   f64.const 1e6
   local.get $7
   select
   f64.mul
   i64.trunc_sat_f64_s
   i64.mul
  else
   i64.const 0
  end
  local.set $5
  local.get $0
  i32.const 96
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
  loop $while-continue|0 (result i64)
   local.get $0
   local.get $10
   local.get $6
   local.get $1
   call $assembly/limits/take/findEntry
   local.tee $9
   if (result i64)
    local.get $9
    i32.const 8
    i32.add
    i64.atomic.load
    local.tee $11
    i64.const 0
    i64.ge_s
    if (result i32)
     local.get $9
     i64.atomic.load
     local.get $10
     i64.load offset=8
     i64.eq
    else
     i32.const 0
    end
    if (result i64)
     local.get $11
     i64.const 3
     i64.shr_s
     local.tee $11
     local.get $5
     local.get $5
     local.get $11
     i64.lt_s
     select
    else
     local.get $0
     i32.load offset=8
     local.get $0
     i64.load32_u offset=12
     local.get $6
     i64.load offset=32
     local.get $10
     i64.load
     i64.xor
     local.tee $11
     local.get $11
     i64.const 33
     i64.shr_u
     i64.xor
     i64.const -49064778989728563
     i64.mul
     local.tee $11
     local.get $11
     i64.const 33
     i64.shr_u
     i64.xor
     i64.const -4265267296055464877
     i64.mul
     local.tee $11
     local.get $11
     i64.const 33
     i64.shr_u
     i64.xor
     i32.wrap_i64
     i64.extend_i32_u
     i64.mul
     i64.const 32
     i64.shr_u
     i32.wrap_i64
     i32.const 7
     i32.shl
     i32.add
     local.set $7
     i32.const 0
     local.set $2
     local.get $9
     i32.const 8
     i32.add
     i64.atomic.load
     i64.const 0
     i64.ge_s
     br_if $while-continue|0
     local.get $7
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
     local.set $8
     loop $for-loop|0
      local.get $2
      i32.const 100000000
      i32.lt_s
      if
       local.get $8
       i32.const 0
       i32.const 1
       i32.atomic.rmw.cmpxchg
       if
        local.get $2
        i32.const 1
        i32.add
        local.set $2
        br $for-loop|0
       end
      end
     end
     local.get $9
     i32.const 8
     i32.add
     local.tee $2
     i64.atomic.load
     i64.const 0
     i64.lt_s
     if
      local.get $9
      i64.const 0
      i64.atomic.store
      local.get $2
      i64.const 0
      i64.atomic.store
     end
     local.get $7
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
     i32.const 0
     i32.atomic.store
     br $while-continue|0
    end
   else
    local.get $5
   end
  end
  local.tee $11
  local.get $3
  local.get $6
  i32.load offset=28
  i32.gt_u
  local.tee $1
  if (result i64)
   i64.const 0
  else
   local.get $6
   i64.load offset=8
   local.get $3
   i64.extend_i32_u
   i64.mul
  end
  i64.add
  local.get $5
  i64.sub
  local.get $6
  i64.load offset=16
  i64.sub
  local.tee $12
  i64.const 0
  local.get $12
  i64.const 0
  i64.gt_s
  select
  local.set $12
  local.get $0
  local.get $11
  i64.store offset=64
  local.get $0
  local.get $5
  i64.store offset=72
  local.get $0
  local.get $12
  i64.store offset=80
  local.get $0
  local.get $6
  i32.store offset=88
  local.get $1
  if
   i32.const 2
   return
  end
  local.get $12
  i64.const 0
  i64.le_s
 )
 (func $assembly/limits/table/sweep (param $0 i32) (param $1 i32)
  (local $2 i32)
  (local $3 i32)
  (local $4 i32)
  (local $5 i64)
  (local $6 i32)
  (local $7 i32)
  local.get $0
  i32.load offset=16
  local.get $1
  i32.const 4
  i32.shl
  i32.add
  local.tee $2
  i64.const 0
  i64.atomic.store
  local.get $2
  i32.const 8
  i32.add
  i64.const 0
  i64.atomic.store
  local.get $0
  i32.load offset=8
  local.tee $3
  local.get $0
  i32.load offset=12
  i32.const 7
  i32.shl
  i32.add
  local.set $7
  loop $for-loop|0
   local.get $3
   local.get $7
   i32.lt_u
   if
    local.get $3
    local.set $2
    loop $for-loop|1
     local.get $2
     local.get $3
     i32.const 128
     i32.add
     i32.lt_u
     if
      local.get $1
      local.get $2
      i64.atomic.load
      i32.wrap_i64
      i32.const 4095
      i32.and
      i32.eq
      if
       local.get $3
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
       local.set $4
       i32.const 0
       local.set $6
       loop $for-loop|00
        local.get $6
        i32.const 100000000
        i32.lt_s
        if
         local.get $4
         i32.const 0
         i32.const 1
         i32.atomic.rmw.cmpxchg
         if
          local.get $6
          i32.const 1
          i32.add
          local.set $6
          br $for-loop|00
         end
        end
       end
       local.get $2
       i32.const 8
       i32.add
       local.tee $4
       i64.atomic.load
       local.set $5
       loop $while-continue|2
        local.get $5
        local.get $4
        local.get $5
        i64.const -9223372036854775808
        i64.atomic.rmw.cmpxchg
        i64.ne
        if
         local.get $4
         i64.atomic.load
         local.set $5
         br $while-continue|2
        end
       end
       local.get $2
       i64.const 0
       i64.atomic.store
       local.get $2
       i32.const 8
       i32.add
       local.get $5
       i64.const 1
       i64.add
       i64.const 7
       i64.and
       i64.atomic.store
       local.get $3
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
       i32.const 0
       i32.atomic.store
      end
      local.get $2
      i32.const 16
      i32.add
      local.set $2
      br $for-loop|1
     end
    end
    local.get $3
    i32.const 128
    i32.add
    local.set $3
    br $for-loop|0
   end
  end
 )
 (func $assembly/limits/table/insert (param $0 i32) (param $1 i32) (param $2 i64) (param $3 i64) (param $4 f64)
  (local $5 i64)
  (local $6 i64)
  (local $7 i64)
  (local $8 i64)
  (local $9 i32)
  (local $10 i64)
  (local $11 i64)
  (local $12 i64)
  (local $13 i32)
  (local $14 i64)
  (local $15 i32)
  (local $16 i32)
  (local $17 i32)
  loop $while-continue|0
   i32.const 0
   local.set $13
   i64.const 0
   local.set $6
   i64.const 0
   local.set $12
   i64.const 9223372036854775807
   local.set $10
   i64.const 9223372036854775807
   local.set $11
   local.get $2
   i64.const 61
   i64.shr_u
   i32.wrap_i64
   i32.const 4
   i32.shl
   local.set $16
   i32.const 8
   local.set $15
   loop $for-loop|1
    local.get $15
    i32.const 0
    i32.gt_s
    if
     block $for-break1
      local.get $1
      local.get $16
      i32.add
      local.set $9
      local.get $16
      i32.const 16
      i32.add
      i32.const 127
      i32.and
      local.set $16
      local.get $9
      i32.const 8
      i32.add
      i64.atomic.load
      local.set $8
      local.get $9
      i64.atomic.load
      local.tee $7
      i64.const 0
      i64.ne
      local.get $8
      i64.const 0
      i64.ge_s
      i32.and
      if (result i64)
       local.get $0
       i32.load offset=56
       local.get $7
       i32.wrap_i64
       i32.const 4095
       i32.and
       i32.const 40
       i32.mul
       i32.add
       local.tee $17
       i64.load offset=8
       i64.eqz
       if (result i64)
        i64.const 0
       else
        local.get $8
        i64.const 3
        i64.shr_s
        local.get $4
        f64.const 0
        f64.gt
        if (result i64)
         local.get $17
         i64.load
         f64.const 315576e6
         local.get $4
         local.get $4
         f64.const 315576e6
         f64.gt
         select
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
        else
         i64.const 0
        end
        i64.sub
        local.tee $5
        i64.const 0
        local.get $5
        i64.const 0
        i64.gt_s
        select
       end
      else
       i64.const 0
      end
      local.tee $5
      i64.eqz
      if (result i64)
       i64.const 0
      else
       local.get $0
       i32.load offset=56
       local.get $7
       i32.wrap_i64
       i32.const 4095
       i32.and
       i32.const 40
       i32.mul
       i32.add
       i64.load offset=8
       local.tee $14
       local.get $5
       i64.add
       i64.const 1
       i64.sub
       local.get $14
       i64.div_s
      end
      local.tee $14
      local.get $11
      i64.eq
      local.get $5
      local.get $10
      i64.lt_s
      i32.and
      local.get $11
      local.get $14
      i64.gt_s
      i32.or
      if
       local.get $9
       local.set $13
       local.get $7
       local.set $6
       local.get $8
       local.set $12
       local.get $14
       local.set $11
       local.get $5
       local.tee $10
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
   local.get $12
   local.get $13
   i32.const 8
   i32.add
   local.get $12
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
   local.get $10
   i64.const 0
   i64.ne
   if
    local.get $0
    i32.load offset=16
    local.get $6
    i32.wrap_i64
    i32.const 4095
    i32.and
    i32.const 4
    i32.shl
    i32.add
    local.set $0
    loop $while-continue|01
     local.get $0
     local.get $0
     i64.atomic.load
     local.tee $5
     local.get $5
     i64.const 1
     i64.add
     i64.atomic.rmw.cmpxchg
     local.get $5
     i64.ne
     br_if $while-continue|01
    end
    local.get $0
    i32.const 8
    i32.add
    local.set $0
    loop $while-continue|03
     local.get $0
     local.get $0
     i64.atomic.load
     local.tee $5
     local.get $5
     local.get $11
     i64.add
     i64.atomic.rmw.cmpxchg
     local.get $5
     i64.ne
     br_if $while-continue|03
    end
   end
   local.get $13
   local.get $2
   i64.atomic.store
   local.get $13
   i32.const 8
   i32.add
   local.get $12
   i64.const 1
   i64.add
   i64.const 7
   i64.and
   local.get $3
   i64.const 3
   i64.shl
   i64.or
   i64.atomic.store
  end
 )
 (func $assembly/index/hashKey (param $0 i32) (param $1 i32) (param $2 i32)
  local.get $0
  local.get $0
  i32.const 96
  i32.add
  local.get $1
  i32.const 24
  i32.mul
  i32.add
  local.get $2
  call $assembly/limits/key/hashKeyBytes
 )
 (func $assembly/index/evaluatePinned (param $0 i32) (param $1 i32) (param $2 i32) (param $3 i32) (result i32)
  (local $4 i32)
  local.get $0
  i32.const 4
  i32.add
  local.tee $4
  local.get $3
  i32.atomic.store
  local.get $3
  i32.const 8200
  i32.atomic.load
  i32.eq
  if (result i32)
   i32.const 1
  else
   local.get $4
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
  call $assembly/flags/evaluate/run
  local.get $0
  i32.const 4
  i32.add
  i32.const 0
  i32.atomic.store
 )
 (func $assembly/index/evaluate (param $0 i32) (param $1 i32) (param $2 i32) (result i32)
  local.get $0
  local.get $1
  local.get $2
  call $assembly/flags/evaluate/run
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
 (func $assembly/flags/verify/verifyFlag (param $0 i32) (param $1 i32) (result i32)
  (local $2 i32)
  (local $3 i32)
  (local $4 i32)
  (local $5 i64)
  (local $6 i32)
  (local $7 i32)
  (local $8 i32)
  (local $9 i32)
  (local $10 i32)
  (local $11 i32)
  (local $12 i32)
  (local $13 i64)
  i32.const 1
  local.get $1
  i32.load
  local.tee $2
  i32.const 64
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
   local.set $5
   i32.const 1
   local.get $2
   i32.const 64
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
  else
   i32.const 0
  end
  if (result i32)
   i32.const 1
   local.get $1
   i32.load offset=44
   local.tee $7
   i32.const 64
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
    local.set $5
    i32.const 1
    local.get $7
    i32.const 64
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
     local.get $5
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
  local.set $7
  local.get $1
  i32.load offset=28
  local.tee $8
  i64.extend_i32_u
  i64.const 2
  i64.shl
  local.set $5
  i32.const 8
  local.set $2
  block $__inlined_func$assembly/flags/verify/verifyFlagLists$301
   i32.const 1
   local.get $1
   i32.load offset=24
   local.tee $9
   i32.const 64
   i32.lt_u
   local.get $9
   i32.const 7
   i32.and
   select
   if (result i32)
    i32.const 0
   else
    local.get $0
    i64.load32_u offset=56
    local.get $9
    i64.extend_i32_u
    local.get $5
    i64.add
    i64.ge_u
   end
   i32.eqz
   br_if $__inlined_func$assembly/flags/verify/verifyFlagLists$301
   loop $for-loop|0
    local.get $4
    local.get $8
    i32.lt_u
    if
     local.get $3
     local.get $0
     local.get $9
     i32.add
     local.get $4
     i32.const 2
     i32.shl
     i32.add
     i32.load16_u
     local.tee $3
     i32.gt_u
     if (result i32)
      i32.const 1
     else
      local.get $3
      local.get $0
      i32.load offset=24
      i32.ge_u
     end
     br_if $__inlined_func$assembly/flags/verify/verifyFlagLists$301
     local.get $3
     i32.const 1
     i32.add
     local.set $3
     local.get $4
     i32.const 1
     i32.add
     local.set $4
     br $for-loop|0
    end
   end
   local.get $1
   i32.load offset=32
   local.set $3
   i32.const 10
   local.set $2
   local.get $1
   i32.load offset=36
   local.tee $4
   i32.const 65535
   i32.ge_u
   if (result i32)
    i32.const 0
   else
    i32.const 1
    local.get $3
    i32.const 64
    i32.lt_u
    local.get $3
    i32.const 7
    i32.and
    select
    if (result i32)
     i32.const 0
    else
     local.get $0
     i64.load32_u offset=56
     local.get $3
     i64.extend_i32_u
     local.get $4
     i64.extend_i32_u
     i64.const 2
     i64.shl
     i64.add
     i64.ge_u
    end
   end
   i32.eqz
   br_if $__inlined_func$assembly/flags/verify/verifyFlagLists$301
   loop $for-loop|1
    local.get $4
    local.get $6
    i32.gt_u
    if
     i32.const 6
     local.set $2
     i32.const 1
     local.get $0
     local.get $3
     i32.add
     local.get $6
     i32.const 2
     i32.shl
     i32.add
     i32.load
     local.tee $8
     i32.const 64
     i32.lt_u
     local.get $8
     i32.const 7
     i32.and
     select
     if (result i32)
      i32.const 0
     else
      local.get $0
      i64.load32_u offset=56
      local.get $8
      i64.extend_i32_u
      i64.const 8
      i64.add
      i64.ge_u
     end
     if (result i32)
      local.get $0
      local.get $8
      i32.add
      i64.load32_u
      i64.const 8
      i64.add
      local.set $5
      i32.const 1
      local.get $8
      i32.const 64
      i32.lt_u
      local.get $8
      i32.const 7
      i32.and
      select
      if (result i32)
       i32.const 0
      else
       local.get $0
       i64.load32_u offset=56
       local.get $8
       i64.extend_i32_u
       local.get $5
       i64.add
       i64.ge_u
      end
     else
      i32.const 0
     end
     i32.eqz
     br_if $__inlined_func$assembly/flags/verify/verifyFlagLists$301
     local.get $6
     i32.const 1
     i32.add
     local.set $6
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
   local.get $4
   i32.lt_u
   i32.or
   select
   local.set $2
  end
  i32.const 1
  local.get $7
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
  local.tee $8
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
  local.set $9
  i32.const 15
  local.set $2
  block $__inlined_func$assembly/flags/verify-program/verifyProgram$238
   local.get $8
   if (result i32)
    local.get $9
    i32.load8_u offset=1
   else
    i32.const 1
   end
   br_if $__inlined_func$assembly/flags/verify-program/verifyProgram$238
   i32.const 0
   local.set $2
   loop $for-loop|00
    local.get $2
    local.get $8
    i32.lt_u
    if
     local.get $9
     local.get $2
     local.tee $4
     i32.const 3
     i32.shl
     i32.add
     local.tee $3
     i32.load8_u
     local.set $10
     local.get $3
     i32.load8_u offset=1
     local.set $11
     local.get $3
     i32.load16_u offset=2
     local.set $2
     local.get $3
     i32.load offset=4
     local.set $6
     i32.const 11
     local.set $3
     block $__inlined_func$assembly/flags/verify-program/verifyInstruction$8
      local.get $10
      i32.const 30
      i32.ge_u
      br_if $__inlined_func$assembly/flags/verify-program/verifyInstruction$8
      i32.const 12
      local.set $3
      local.get $0
      local.get $1
      local.get $10
      local.get $2
      local.get $6
      call $assembly/flags/verify-program/operandsFit
      i32.eqz
      br_if $__inlined_func$assembly/flags/verify-program/verifyInstruction$8
      local.get $1
      i32.load offset=20
      local.tee $7
      local.get $11
      i32.lt_u
      block $__inlined_func$assembly/flags/verify-program/needs$229
       block $break|0
        block $case18|0
         block $case12|0
          block $case0|0
           local.get $10
           br_table $case0|0 $break|0 $break|0 $break|0 $break|0 $break|0 $case0|0 $case0|0 $case0|0 $case0|0 $case0|0 $case0|0 $case12|0 $case12|0 $case12|0 $case12|0 $case12|0 $case12|0 $case0|0 $case0|0 $case18|0 $case18|0 $__inlined_func$assembly/flags/verify-program/needs$229 $break|0 $break|0 $break|0 $break|0 $case0|0 $case0|0 $case0|0 $break|0
          end
          i32.const 1
          local.set $2
          br $__inlined_func$assembly/flags/verify-program/needs$229
         end
         i32.const 2
         local.set $2
         br $__inlined_func$assembly/flags/verify-program/needs$229
        end
        local.get $2
        i32.const 1
        i32.shl
        i32.const 1
        i32.add
        local.set $2
        br $__inlined_func$assembly/flags/verify-program/needs$229
       end
       i32.const 0
       local.set $2
      end
      i32.const 14
      local.set $3
      local.get $2
      local.get $11
      i32.gt_u
      i32.or
      block $__inlined_func$assembly/flags/verify-program/leaves$230 (result i32)
       block $break|00
        block $case0|010
         local.get $10
         br_table $case0|010 $case0|010 $case0|010 $break|00 $break|00 $case0|010 $case0|010 $case0|010 $case0|010 $case0|010 $break|00 $break|00 $break|00 $break|00 $break|00 $break|00 $break|00 $break|00 $break|00 $break|00 $break|00 $break|00 $break|00 $break|00 $break|00 $break|00 $break|00 $break|00 $case0|010 $case0|010 $break|00
        end
        i32.const 0
        br $__inlined_func$assembly/flags/verify-program/leaves$230
       end
       i32.const 1
      end
      local.get $11
      local.get $2
      i32.sub
      i32.add
      local.tee $2
      local.get $7
      i32.gt_u
      i32.or
      br_if $__inlined_func$assembly/flags/verify-program/verifyInstruction$8
      local.get $4
      i64.extend_i32_u
      i64.const 1
      i64.add
      local.tee $5
      local.get $6
      i64.extend_i32_u
      i64.add
      local.set $13
      block $break|011
       block $case9|013
        block $case6|016
         block $case5|017
          block $case0|022
           local.get $10
           br_table $case0|022 $case0|022 $case0|022 $break|011 $break|011 $case5|017 $case9|013 $case6|016 $case6|016 $case6|016 $break|011 $break|011 $break|011 $case9|013 $break|011 $break|011 $break|011 $break|011 $break|011 $break|011 $break|011 $break|011 $break|011 $break|011 $break|011 $break|011 $break|011 $break|011 $case0|022 $case0|022 $break|011
          end
          i32.const 0
          local.set $3
          br $__inlined_func$assembly/flags/verify-program/verifyInstruction$8
         end
         local.get $13
         local.get $8
         i64.extend_i32_u
         i64.ge_u
         if (result i32)
          i32.const 13
         else
          i32.const 14
          i32.const 0
          local.get $9
          local.get $13
          i32.wrap_i64
          i32.const 3
          i32.shl
          i32.add
          i32.const 1
          i32.add
          i32.load8_u
          local.get $2
          i32.ne
          select
         end
         local.set $3
         br $__inlined_func$assembly/flags/verify-program/verifyInstruction$8
        end
        i32.const 13
        local.set $3
        local.get $13
        local.get $8
        i64.extend_i32_u
        i64.ge_u
        if (result i32)
         i32.const 13
        else
         i32.const 14
         i32.const 0
         local.get $9
         local.get $13
         i32.wrap_i64
         i32.const 3
         i32.shl
         i32.add
         i32.const 1
         i32.add
         i32.load8_u
         local.get $11
         i32.ne
         select
        end
        br_if $__inlined_func$assembly/flags/verify-program/verifyInstruction$8
        br $break|011
       end
       i32.const 13
       local.set $3
       local.get $13
       local.get $8
       i64.extend_i32_u
       i64.ge_u
       if (result i32)
        i32.const 13
       else
        i32.const 14
        i32.const 0
        local.get $9
        local.get $13
        i32.wrap_i64
        i32.const 3
        i32.shl
        i32.add
        i32.const 1
        i32.add
        i32.load8_u
        local.get $2
        i32.ne
        select
       end
       br_if $__inlined_func$assembly/flags/verify-program/verifyInstruction$8
      end
      i32.const 15
      local.set $3
      local.get $8
      i64.extend_i32_u
      local.tee $13
      local.get $5
      i64.eq
      br_if $__inlined_func$assembly/flags/verify-program/verifyInstruction$8
      local.get $5
      local.get $13
      i64.ge_u
      if (result i32)
       i32.const 13
      else
       i32.const 14
       i32.const 0
       local.get $9
       local.get $5
       i32.wrap_i64
       i32.const 3
       i32.shl
       i32.add
       i32.const 1
       i32.add
       i32.load8_u
       local.get $2
       i32.ne
       select
      end
      local.set $3
     end
     local.get $3
     local.tee $2
     br_if $__inlined_func$assembly/flags/verify-program/verifyProgram$238
     local.get $4
     i32.const 1
     i32.add
     local.set $2
     br $for-loop|00
    end
   end
   i32.const 0
   local.set $2
  end
  local.get $2
 )
 (func $assembly/flags/verify/verify (param $0 i32) (param $1 i32) (result i32)
  (local $2 i32)
  (local $3 i32)
  (local $4 i64)
  (local $5 i32)
  (local $6 i64)
  (local $7 i32)
  (local $8 i64)
  (local $9 i32)
  (local $10 i64)
  local.get $1
  i32.const 64
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
  i32.const 1
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
  block $__inlined_func$assembly/flags/verify/verifySections (result i32)
   block $folding-inner0
    local.get $0
    local.tee $2
    i64.load32_u offset=56
    local.tee $4
    i64.const 7
    i64.and
    i64.const 0
    i64.ne
    local.get $4
    i64.const 64
    i64.lt_u
    i32.or
    local.get $4
    local.get $1
    i64.extend_i32_u
    i64.gt_u
    i32.or
    br_if $folding-inner0
    local.get $2
    i32.load offset=16
    local.set $0
    local.get $2
    i64.load32_u offset=20
    local.tee $6
    local.get $4
    i64.ne
    if (result i64)
     i64.const 0
    else
     local.get $6
     local.get $0
     i64.extend_i32_u
     i64.const 48
     i64.mul
     i64.add
     i64.const 7
     i64.add
     i64.const -8
     i64.and
    end
    local.tee $4
    i64.eqz
    br_if $folding-inner0
    local.get $2
    i32.load offset=24
    local.set $0
    local.get $2
    i64.load32_u offset=28
    local.tee $6
    local.get $4
    i64.ne
    if (result i64)
     i64.const 0
    else
     local.get $6
     local.get $0
     i64.extend_i32_u
     i64.const 3
     i64.shl
     i64.add
     i64.const 7
     i64.add
     i64.const -8
     i64.and
    end
    local.tee $4
    i64.eqz
    br_if $folding-inner0
    local.get $2
    i32.load offset=32
    local.set $0
    local.get $2
    i64.load32_u offset=36
    local.tee $6
    local.get $4
    i64.ne
    if (result i64)
     i64.const 0
    else
     local.get $6
     local.get $0
     i64.extend_i32_u
     i64.const 40
     i64.mul
     i64.add
     i64.const 7
     i64.add
     i64.const -8
     i64.and
    end
    local.tee $4
    i64.eqz
    br_if $folding-inner0
    local.get $2
    i32.load offset=40
    local.set $0
    local.get $2
    i64.load32_u offset=44
    local.tee $6
    local.get $4
    i64.ne
    if (result i64)
     i64.const 0
    else
     local.get $6
     local.get $0
     i64.extend_i32_u
     i64.const 3
     i64.shl
     i64.add
     i64.const 7
     i64.add
     i64.const -8
     i64.and
    end
    local.tee $4
    i64.eqz
    br_if $folding-inner0
    local.get $2
    i32.load offset=48
    local.set $0
    local.get $2
    i64.load32_u offset=52
    local.tee $6
    local.get $4
    i64.ne
    if (result i64)
     i64.const 0
    else
     local.get $6
     local.get $0
     i64.extend_i32_u
     i64.const 3
     i64.shl
     i64.add
     i64.const 7
     i64.add
     i64.const -8
     i64.and
    end
    local.get $1
    i64.extend_i32_u
    i64.ne
    br_if $folding-inner0
    i32.const 0
    i32.const 6
    i32.const 1
    local.get $2
    i32.load offset=60
    local.tee $0
    i32.const 64
    i32.lt_u
    local.get $0
    i32.const 7
    i32.and
    select
    if (result i32)
     i32.const 0
    else
     local.get $2
     i64.load32_u offset=56
     local.get $0
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
     local.set $4
     i32.const 1
     local.get $0
     i32.const 64
     i32.lt_u
     local.get $0
     i32.const 7
     i32.and
     select
     if (result i32)
      i32.const 0
     else
      local.get $2
      i64.load32_u offset=56
      local.get $0
      i64.extend_i32_u
      local.get $4
      i64.add
      i64.ge_u
     end
    else
     i32.const 0
    end
    select
    br $__inlined_func$assembly/flags/verify/verifySections
   end
   i32.const 5
  end
  local.tee $0
  i32.eqz
  if
   local.get $2
   local.get $2
   i32.load offset=28
   i32.add
   local.set $1
   local.get $2
   i32.load offset=24
   local.set $5
   block $__inlined_func$assembly/flags/verify/verifyAttributes$240
    loop $for-loop|0
     local.get $5
     if
      i32.const 6
      local.set $0
      i32.const 1
      local.get $1
      i32.load
      local.tee $3
      i32.const 64
      i32.lt_u
      local.get $3
      i32.const 7
      i32.and
      select
      if (result i32)
       i32.const 0
      else
       local.get $2
       i64.load32_u offset=56
       local.get $3
       i64.extend_i32_u
       i64.const 8
       i64.add
       i64.ge_u
      end
      if (result i32)
       local.get $2
       local.get $3
       i32.add
       i64.load32_u
       i64.const 8
       i64.add
       local.set $4
       i32.const 1
       local.get $3
       i32.const 64
       i32.lt_u
       local.get $3
       i32.const 7
       i32.and
       select
       if (result i32)
        i32.const 0
       else
        local.get $2
        i64.load32_u offset=56
        local.get $3
        i64.extend_i32_u
        local.get $4
        i64.add
        i64.ge_u
       end
      else
       i32.const 0
      end
      i32.eqz
      br_if $__inlined_func$assembly/flags/verify/verifyAttributes$240
      i32.const 8
      local.set $0
      local.get $1
      i32.load offset=4
      i32.const 1
      i32.gt_u
      br_if $__inlined_func$assembly/flags/verify/verifyAttributes$240
      local.get $1
      i32.const 8
      i32.add
      local.set $1
      local.get $5
      i32.const 1
      i32.sub
      local.set $5
      br $for-loop|0
     end
    end
    i32.const 0
    local.set $0
   end
  end
  local.get $0
  i32.eqz
  if
   local.get $2
   local.get $2
   i32.load offset=52
   i32.add
   local.set $1
   local.get $2
   i32.load offset=48
   local.set $5
   block $__inlined_func$assembly/flags/verify/verifyConstants$241 (result i32)
    loop $for-loop|00
     local.get $5
     if
      i32.const 7
      local.get $2
      local.get $1
      i64.load
      call $assembly/flags/verify/isConstant
      i32.eqz
      br_if $__inlined_func$assembly/flags/verify/verifyConstants$241
      drop
      local.get $1
      i32.const 8
      i32.add
      local.set $1
      local.get $5
      i32.const 1
      i32.sub
      local.set $5
      br $for-loop|00
     end
    end
    i32.const 0
   end
   local.set $0
  end
  local.get $0
  i32.eqz
  if
   local.get $2
   local.get $2
   i32.load offset=36
   i32.add
   local.set $1
   local.get $2
   i32.load offset=32
   local.set $0
   block $__inlined_func$assembly/flags/verify/verifyLimits$242
    loop $for-loop|01
     local.get $0
     if
      local.get $1
      i64.load
      local.set $4
      local.get $1
      i64.load offset=8
      local.set $8
      local.get $1
      i64.load offset=16
      local.set $6
      local.get $1
      i32.load offset=28
      local.set $5
      i32.const 16
      local.set $3
      local.get $1
      i32.load offset=36
      local.tee $9
      i32.eqz
      local.get $1
      i32.load offset=24
      local.tee $7
      i32.const 2
      i32.gt_u
      i32.or
      local.get $9
      i32.const 4095
      i32.gt_u
      i32.or
      br_if $__inlined_func$assembly/flags/verify/verifyLimits$242
      local.get $8
      i64.eqz
      local.get $4
      i64.eqz
      local.get $5
      i32.eqz
      local.get $5
      i32.const 2147483647
      i32.gt_u
      i32.or
      i32.or
      i32.or
      br_if $__inlined_func$assembly/flags/verify/verifyLimits$242
      local.get $4
      i64.const 1152921504606846976
      local.get $7
      if (result i32)
       i32.const 1000
       i32.const 1
       local.get $7
       i32.const 1
       i32.eq
       select
      else
       i32.const 1000000
      end
      i64.extend_i32_s
      i64.const 315576000000
      i64.mul
      local.tee $10
      i64.div_u
      i64.gt_u
      br_if $__inlined_func$assembly/flags/verify/verifyLimits$242
      local.get $6
      i64.const 1152921504606846976
      local.get $4
      local.get $10
      i64.mul
      i64.sub
      i64.const 1
      i64.shr_u
      i64.gt_u
      br_if $__inlined_func$assembly/flags/verify/verifyLimits$242
      local.get $6
      local.get $5
      i64.extend_i32_u
      i64.rem_u
      i64.const 0
      i64.ne
      if (result i32)
       i32.const 1
      else
       local.get $6
       local.get $5
       i64.extend_i32_u
       i64.div_u
       local.get $8
       i64.ne
      end
      br_if $__inlined_func$assembly/flags/verify/verifyLimits$242
      i32.const 6
      local.set $3
      i32.const 1
      local.get $1
      i32.load offset=32
      local.tee $5
      i32.const 64
      i32.lt_u
      local.get $5
      i32.const 7
      i32.and
      select
      if (result i32)
       i32.const 0
      else
       local.get $2
       i64.load32_u offset=56
       local.get $5
       i64.extend_i32_u
       i64.const 8
       i64.add
       i64.ge_u
      end
      if (result i32)
       local.get $2
       local.get $5
       i32.add
       i64.load32_u
       i64.const 8
       i64.add
       local.set $4
       i32.const 1
       local.get $5
       i32.const 64
       i32.lt_u
       local.get $5
       i32.const 7
       i32.and
       select
       if (result i32)
        i32.const 0
       else
        local.get $2
        i64.load32_u offset=56
        local.get $5
        i64.extend_i32_u
        local.get $4
        i64.add
        i64.ge_u
       end
      else
       i32.const 0
      end
      i32.eqz
      br_if $__inlined_func$assembly/flags/verify/verifyLimits$242
      local.get $1
      i32.const 40
      i32.add
      local.set $1
      local.get $0
      i32.const 1
      i32.sub
      local.set $0
      br $for-loop|01
     end
    end
    i32.const 0
    local.set $3
   end
   local.get $3
   local.set $0
  end
  local.get $0
  if (result i32)
   local.get $0
  else
   local.get $2
   local.get $2
   i32.load offset=20
   i32.add
   local.set $1
   i32.const 0
   local.set $0
   local.get $2
   i32.load offset=16
   local.set $5
   block $__inlined_func$assembly/flags/verify/verifyFlags$243
    loop $for-loop|02
     local.get $5
     if
      local.get $2
      local.get $1
      call $assembly/flags/verify/verifyFlag
      local.tee $3
      br_if $__inlined_func$assembly/flags/verify/verifyFlags$243
      i32.const 9
      local.set $3
      local.get $0
      local.get $1
      i32.load offset=4
      local.tee $0
      i32.gt_u
      br_if $__inlined_func$assembly/flags/verify/verifyFlags$243
      local.get $1
      i32.const 48
      i32.add
      local.set $1
      local.get $5
      i32.const 1
      i32.sub
      local.set $5
      br $for-loop|02
     end
    end
    i32.const 0
    local.set $3
   end
   local.get $3
  end
 )
 (func $assembly/flags/verify-program/operandsFit (param $0 i32) (param $1 i32) (param $2 i32) (param $3 i32) (param $4 i32) (result i32)
  (local $5 i32)
  (local $6 i32)
  (local $7 i64)
  (local $8 i32)
  block $break|0
   block $case16|0
    block $case13|0
     block $case12|0
      block $case11|0
       block $case10|0
        block $case8|0
         block $case6|0
          block $case5|0
           block $case3|0
            block $case2|0
             block $case1|0
              block $case0|0
               local.get $2
               i32.const 1
               i32.sub
               br_table $case0|0 $break|0 $case1|0 $case2|0 $break|0 $break|0 $break|0 $break|0 $break|0 $break|0 $break|0 $case3|0 $case3|0 $break|0 $break|0 $break|0 $case5|0 $case6|0 $case6|0 $case10|0 $case11|0 $break|0 $case13|0 $case16|0 $case13|0 $case13|0 $case12|0 $case8|0 $case8|0 $break|0
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
         call $assembly/flags/verify-program/isTableAt
         return
        end
        local.get $0
        local.get $4
        local.get $1
        i32.load offset=36
        call $assembly/flags/verify-program/isTableAt
        return
       end
       local.get $3
       if (result i32)
        i32.const 1
        local.get $4
        i32.const 64
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
      i32.const 0
      i32.ne
      return
     end
     local.get $0
     local.get $4
     call $assembly/flags/verify-program/isArrayAt
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
    if (result i32)
     i32.const 1
     local.get $4
     i32.const 64
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
      i32.const 64
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
    local.get $0
    local.get $4
    call $assembly/flags/verify-program/isArrayAt
   else
    i32.const 0
   end
   return
  end
  i32.const 1
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
   block $__inlined_func$assembly/flags/semver/isNumeric$264 (result i32)
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
      br_if $__inlined_func$assembly/flags/semver/isNumeric$264
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
   block $__inlined_func$assembly/flags/semver/compareIdentifier$112
    block $__inlined_func$assembly/flags/semver/isNumeric$265 (result i32)
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
       br_if $__inlined_func$assembly/flags/semver/isNumeric$265
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
    br_if $__inlined_func$assembly/flags/semver/compareIdentifier$112
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
    br_if $__inlined_func$assembly/flags/semver/compareIdentifier$112
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
 (func $assembly/flags/number/parseDecimal (param $0 i32) (param $1 i32) (param $2 i32) (result i64)
  (local $3 i32)
  (local $4 i32)
  (local $5 i64)
  (local $6 f64)
  (local $7 i32)
  (local $8 i32)
  (local $9 i32)
  (local $10 f64)
  loop $for-loop|0
   local.get $0
   local.get $1
   i32.lt_u
   if
    block $for-break0
     block $for-continue|0
      local.get $4
      i32.eqz
      local.get $0
      i32.load8_u
      local.tee $9
      i32.const 46
      i32.eq
      i32.and
      if
       i32.const 1
       local.set $4
       br $for-continue|0
      end
      local.get $9
      i32.const 48
      i32.sub
      local.tee $9
      i32.const 9
      i32.gt_u
      br_if $for-break0
      local.get $7
      i32.const 1
      i32.add
      local.set $7
      local.get $5
      i64.const 100000000000000000
      i64.lt_u
      if (result i32)
       local.get $9
       i64.extend_i32_u
       local.get $5
       i64.const 10
       i64.mul
       i64.add
       local.set $5
       local.get $3
       i32.const 1
       i32.sub
       local.get $3
       local.get $4
       select
      else
       i32.const 1
       local.get $8
       local.get $9
       select
       local.set $8
       local.get $3
       local.get $3
       i32.const 1
       i32.add
       local.get $4
       select
      end
      local.set $3
     end
     local.get $0
     i32.const 1
     i32.add
     local.set $0
     br $for-loop|0
    end
   end
  end
  local.get $7
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
   i32.const 0
   local.set $7
   local.get $1
   local.get $0
   i32.const 1
   i32.add
   local.tee $0
   i32.gt_u
   if (result i32)
    local.get $0
    i32.load8_u
    i32.const 43
    i32.eq
    if (result i32)
     i32.const 1
    else
     local.get $0
     i32.load8_u
     i32.const 45
     i32.eq
    end
   else
    i32.const 0
   end
   if
    local.get $0
    i32.load8_u
    i32.const 45
    i32.eq
    local.set $7
    local.get $0
    i32.const 1
    i32.add
    local.set $0
   end
   local.get $0
   local.get $1
   i32.ge_u
   if
    i64.const 9221120237041090560
    return
   end
   i32.const 0
   local.set $4
   loop $for-loop|1
    local.get $0
    local.get $1
    i32.lt_u
    if
     local.get $0
     i32.load8_u
     i32.const 48
     i32.sub
     local.tee $9
     i32.const 9
     i32.gt_u
     if
      i64.const 9221120237041090560
      return
     end
     local.get $4
     i32.const 10
     i32.mul
     local.get $9
     i32.add
     local.get $4
     local.get $4
     i32.const 100000
     i32.lt_s
     select
     local.set $4
     local.get $0
     i32.const 1
     i32.add
     local.set $0
     br $for-loop|1
    end
   end
   local.get $3
   i32.const 0
   local.get $4
   i32.sub
   local.get $4
   local.get $7
   select
   i32.add
   local.set $3
  end
  loop $while-continue|2
   local.get $3
   i32.const 0
   i32.lt_s
   local.get $5
   i64.const 0
   i64.ne
   i32.and
   if (result i64)
    local.get $5
    i64.const 10
    i64.rem_u
   else
    i64.const 1
   end
   i64.eqz
   if
    local.get $5
    i64.const 10
    i64.div_u
    local.set $5
    local.get $3
    i32.const 1
    i32.add
    local.set $3
    br $while-continue|2
   end
  end
  local.get $5
  i64.eqz
  if
   i64.const -9223372036854775808
   i64.const 0
   local.get $2
   select
   return
  end
  local.get $8
  if
   i64.const 9221120237041154782
   return
  end
  local.get $3
  i32.const 22
  i32.gt_s
  local.get $5
  i64.const 9007199254740992
  i64.gt_u
  i32.or
  local.get $3
  i32.const -22
  i32.lt_s
  i32.or
  i32.const 0
  local.get $3
  select
  if
   i64.const 9221120237041154782
   return
  end
  local.get $5
  f64.convert_i64_u
  local.set $10
  local.get $3
  i32.const 0
  i32.gt_s
  if (result f64)
   f64.const 1
   local.set $6
   loop $for-loop|00
    local.get $3
    i32.const 0
    i32.gt_s
    if
     local.get $6
     f64.const 10
     f64.mul
     local.set $6
     local.get $3
     i32.const 1
     i32.sub
     local.set $3
     br $for-loop|00
    end
   end
   local.get $10
   local.get $6
   f64.mul
  else
   local.get $3
   i32.const 0
   i32.lt_s
   if (result f64)
    i32.const 0
    local.get $3
    i32.sub
    local.set $0
    f64.const 1
    local.set $6
    loop $for-loop|01
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
      br $for-loop|01
     end
    end
    local.get $10
    local.get $6
    f64.div
   else
    local.get $10
   end
  end
  local.tee $6
  f64.neg
  local.get $6
  local.get $2
  select
  i64.reinterpret_f64
 )
)
